// Documents that name something
// Each document in which a sentence names a person, state, organisation or thing, by any of its names: with the number of
// these sentences, and the first of them.
// $thing = "nato-liaison-office-tokyo" (Entity) what is named
// $from = "" (optional date) not published before this date
// $to = "" (optional date) not published after this date (a month or year counts in full)
// $limit = 1000 (integer) no more rows than this
// answers: what=document when=published
// asks: article|document|source|text|newspaper|publication|story|piece|paper|publisher
//   mention|name|refer|cite|speak $thing!
MATCH (thing:Entity {key: $thing})<-[:MENTIONS]-(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WHERE ($from = "" OR article.published >= $from)
  AND ($to = "" OR article.published <= $to OR article.published STARTS WITH $to)
WITH article, count(DISTINCT sentence) AS sentences, min([sentence.index, sentence.key])[1] AS key
ORDER BY article.published, article.title, article.key LIMIT toInteger($limit)
MATCH (sentence:Sentence {key: key})
RETURN article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       sentences,
       sentence.text AS evidence,
       coalesce(article.url, article.paths[0]) AS source,
       article.key AS documentKey,
       sentence.key AS sentenceKey
ORDER BY published, document, documentKey;
