// A sentence in its place
// The sentence behind a row of any report (its sentenceKey), with those before and after it, and what each names.
// $sentence = "" (text) the sentence's key
// $around = 2 (integer) how many sentences on either side
MATCH (middle:Sentence {key: $sentence})-[:FROM_DOCUMENT]->(document:Document)
MATCH (document)<-[:FROM_DOCUMENT]-(sentence:Sentence)
WHERE abs(sentence.index - middle.index) <= $around
RETURN sentence.index AS sentence,
       sentence = middle AS asked,
       sentence.text AS evidence,
       COLLECT { MATCH (sentence)-[:MENTIONS]->(entity:Entity) RETURN DISTINCT entity.name AS name ORDER BY name } AS mentions,
       document.title AS document,
       document.publisher AS publisher,
       document.published AS published,
       coalesce(document.url, document.paths[0]) AS source,
       sentence.key AS sentenceKey
ORDER BY sentence;
