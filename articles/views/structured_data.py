"""schema.org data for search engines."""

import json

from django.utils.safestring import SafeString, mark_safe

from articles.models import Article

# A data block ends at "</script": these three never stand in it unescaped.
IN_HTML = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def news_article(article: Article, address: str) -> SafeString:
    """The text of a `<script type="application/ld+json">`: NewsArticle. Unknown facts are left out."""
    published = article.published_at or article.day
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title[:110],
        "inLanguage": article.language,
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": published.isoformat() if published else None,
        "dateModified": article.corrected_at.isoformat() if article.corrected_at else None,
        "description": article.lead[:300],
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.source.name} if article.source else None,
        "isBasedOn": article.url,
        "keywords": article.tags,
        "wordCount": article.word_count,
    }
    known = {key: value for key, value in facts.items() if value}
    return mark_safe(json.dumps(known, ensure_ascii=False).translate(IN_HTML))  # noqa: S308  (escaped in this line)
