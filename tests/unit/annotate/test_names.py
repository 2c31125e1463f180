"""Listed names are found by their words, and tokens are marked with what the lists say."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.language import Language

from jnato_graph.annotate.lexicon import ListedName, listed_names
from jnato_graph.annotate.names import NameMatcher
from jnato_graph.annotate.trie import NameTrie, words_of


def name(text: str, label: str, key: str, *, folded: bool = False, kind: str = "name") -> ListedName:
    return ListedName(text=text, label=label, key=key, kind=kind, folded=folded, sure=True)


NAMES = [
    name("NATO", "Organisation", "nato"),
    name("Tokyo", "Place", "tokyo"),
    name("Tokyo", "State", "japan", kind="capital"),
    name("NATO liaison office in Tokyo", "Office", "office", folded=True),
    name("US", "State", "united-states"),
    name("U.S.", "State", "united-states"),
    name("G7", "Organisation", "g7"),
    name("9-11", "Event", "september-11"),
]


def keys(text: str) -> list[tuple[str, list[str]]]:
    nlp = English()
    doc = NameMatcher(nlp, NAMES, {})(nlp.make_doc(text))
    return [
        (doc[s:e].text, [m.key for m in match.meanings])
        for (s, e), match in sorted(doc.user_data["jnato_names"].items())
    ]


def test_names_inside_a_name_are_found_too() -> None:
    assert keys("the NATO Liaison Office in Tokyo opened") == [
        ("NATO", ["nato"]),
        ("NATO Liaison Office in Tokyo", ["office"]),
        ("Tokyo", ["tokyo", "japan"]),
    ]


def test_the_case_of_a_single_word_matters() -> None:
    assert keys("tell us of nato") == []


def test_names_with_dots_and_digits_are_found_and_numbers_are_none() -> None:
    assert keys("the U.S. and the G7 on 9-11 July") == [("U.S.", ["united-states"]), ("G7", ["g7"])]


def test_a_dateline_in_capitals_is_found() -> None:
    assert keys("TOKYO, July 4") == [("TOKYO", ["tokyo", "japan"])]


def test_tokens_are_marked_with_what_the_lists_say() -> None:
    nlp = English()
    doc = NameMatcher(nlp, NAMES, {"embassy": "office"})(nlp.make_doc("NATO embassy Tokyo"))

    assert [token.ent_id_ for token in doc] == ["B-Org", "office", "B-Place|capital"]


def test_a_trie_gives_every_name_with_all_its_meanings() -> None:
    trie: NameTrie[int] = NameTrie()
    trie.add(["South", "China"], 1)
    trie.add(["South", "China", "Sea"], 2)
    trie.add(["China"], 3)
    trie.add(["China"], 4)

    assert list(trie.find(["South", "China", "Sea"])) == [(0, 2, [1]), (0, 3, [2]), (1, 2, [3, 4])]


def test_names_are_split_as_the_tokenizer_splits_them(nlp: Language) -> None:
    def tokenize(text: str) -> list[str]:
        return [token.text for token in nlp.tokenizer(text)]

    texts = sorted({listed.text for listed in listed_names() if listed.kind != "town"})
    other = [text for text in texts if list(words_of(text, tokenize)) != tokenize(text)]

    assert other == []
