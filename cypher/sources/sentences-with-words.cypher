// Sentences with certain words
// Full-text search over all sentences, best first: words, "exact phrases", AND, OR, NOT.
// $words = "liaison office" (text) what to look for
// $limit = 50 (integer) no more rows than this
// answers: what=evidence when=published
// asks: sentence|passage|quote|mention|contain|word|phrase|search|text|article|document|occur|occurrence|find|appear|
//   line|paragraph|talk|speak|term|say|grep|look|lookup|hit|query|match|who|where|which|what|use mention|contain|word|
//   phrase|about|term|expression|string|name|occur|appear|search|use|full-text|write|written|see|come|up|crop|text|talk|speak|read?
//   #words
// asks: [list] #words
CALL db.index.fulltext.queryNodes("sentence_text", $words, {limit: toInteger($limit)}) YIELD node AS sentence, score
MATCH (sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN round(score, 2) AS score,
       sentence.text AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       sentence.key AS sentenceKey
ORDER BY score DESC, sentenceKey;
