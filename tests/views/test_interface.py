"""The language of the interface and the reader's preferences."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "cookie", "accept", "language"),
    [
        ("/", "", "", "fa"),
        ("/", "", "ar,en;q=0.5", "ar"),
        ("/", "en", "ar", "en"),
        ("/?ui=ar", "en", "fa", "ar"),
        ("/?ui=xx", "en", "fa", "en"),
        ("/", "xx", "de", "fa"),
    ],
)
def test_language_comes_from_the_address_then_cookie_then_browser_then_settings(client, path, cookie, accept, language):
    if cookie:
        client.cookies["django_language"] = cookie
    response = client.get(path, headers={"accept-language": accept})
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}" dir="{"ltr" if language == "en" else "rtl"}"' in response.text


def test_language_of_the_address_is_kept(client):
    client.get("/?ui=ar")
    assert client.get("/").headers["Content-Language"] == "ar"


def test_one_reader_s_language_does_not_reach_the_next(client):
    client.get("/?ui=en")
    assert Client().get("/").headers["Content-Language"] == "fa"


def test_answers_differ_by_language_and_cookie(client):
    assert {"Accept-Language", "Cookie"} <= set(client.get("/").headers["Vary"].split(", "))


def test_theme_is_kept_and_drawn(client):
    response = client.get("/preferences/?theme=dark&next=/sources/")
    assert (response.status_code, response.headers["Location"]) == (302, "/sources/")
    assert 'data-theme="dark"' in client.get("/").text


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_preferences_never_lead_to_another_host(client, target):
    assert client.get("/preferences/", {"theme": "dark", "next": target}).headers["Location"] == "/"


def test_unknown_preferences_are_not_kept(client):
    response = client.get("/preferences/?theme=pink&calendar=maya")
    assert not response.cookies


def test_pages_hold_no_inline_style_nor_script(client):
    text = client.get("/").text
    assert not re.search(r"\sstyle=|\son\w+=|<style", text)
    assert all("src=" in tag or "ld+json" in tag for tag in re.findall(r"<script[^>]*>", text))
    assert "unsafe" not in client.get("/").headers["Content-Security-Policy"]


def test_each_language_of_a_page_is_named(client):
    text = client.get("/sources/").text
    assert '<link rel="canonical" href="http://testserver/sources/">' in text
    for language in ("fa", "ar", "en"):
        assert f'hreflang="{language}" href="http://testserver/sources/?ui={language}"' in text


def test_site_name_can_be_set(client, settings):
    settings.SITE_NAME = "Harbour & Sons"
    assert "<title>Harbour &amp; Sons</title>" in client.get("/").text


def test_a_page_offers_itself_in_the_other_languages_with_all_that_was_asked(client):
    text = client.get("/search/", {"ui": "en", "q": "a&b", "language": "fa"}).content.decode()
    for code in ("fa", "ar", "en"):
        assert f'<a href="/search/?q=a%26b&amp;language=fa&amp;ui={code}" rel="nofollow" lang="{code}"' in text
    assert 'preferences/?theme=dark&amp;next=/search/%3Fui%3Den%26q%3Da%2526b%26language%3Dfa"' in text
