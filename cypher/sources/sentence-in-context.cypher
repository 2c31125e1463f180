// A sentence in its place
// The sentence behind a row of any report (its sentenceKey), with those before and after it, and what each names.
// $sentence = "" (text) the sentence's key
// $around = 2 (integer) how many sentences on either side
// asks: sentence|context|passage|line|key before|after|around|surround|context|next|previous|precede|follow|neighbour|
//   neighbouring|either+side|key|show|stand|come|place #sentence just|right|directly|immediately|side|either|key|
//   sentence|come|text|show?
//   #around?
MATCH (middle:Sentence {key: $sentence})-[:FROM_DOCUMENT]->(article:Document)
MATCH (article)<-[:FROM_DOCUMENT]-(sentence:Sentence)
WHERE abs(sentence.index - middle.index) <= $around
RETURN sentence.index AS sentence,
       sentence = middle AS asked,
       sentence.text AS evidence,
       COLLECT { MATCH (sentence)-[:MENTIONS]->(entity:Entity) RETURN DISTINCT entity.name AS name ORDER BY name } AS mentions,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       sentence.key AS sentenceKey
ORDER BY sentence;
