"""Which words only a mark tells apart is found in how often each spelling is written."""

from articles.text.arabic_marks import told_by_hamza, told_by_teh


def test_two_marks_are_two_words_where_each_is_the_rule_in_some_form() -> None:
    numbers = {"أشکال": 9_000, "إشکال": 90, "إشکالیه": 3_000, "أشکالیه": 30}
    assert next(iter(told_by_hamza(numbers))) == (("أشکال",), ("إشکال",))


def test_the_verb_and_its_noun_in_teh_are_told_apart_too() -> None:
    numbers = {"أضاف": 9_000, "إضاف": 90, "الإضافه": 30_000}
    assert (("أضافه",), ("إضافه",)) in told_by_hamza(numbers | {"إضافات": 3_000})


def test_a_mark_that_is_never_the_rule_is_a_mistake() -> None:
    assert not list(told_by_hamza({"إعلان": 9_000, "أعلان": 900, "الإعلان": 9_000, "الأعلان": 100}))


def test_what_is_most_often_written_without_a_mark_has_none() -> None:
    assert not list(told_by_hamza({"أستخدم": 9_000, "إستخدامه": 3_000, "استخدامه": 30_000}))


def test_a_last_hamza_is_left_off_as_in_stems() -> None:
    assert next(iter(told_by_hamza({"أحیاء": 900, "لإحیاء": 3_000}))) == (("أحیا",), ("إحیا",))


def test_heh_is_a_word_of_its_own_where_it_is_no_rare_teh() -> None:
    weights = {"موجة": 15, "موجه": 14, "مدرسة": 17, "مدرسه": 12, "نفسة": 12, "نفسه": 19}
    assert list(told_by_teh(weights)) == [(("موجة",), ("موجه",))]
