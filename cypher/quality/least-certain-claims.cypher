// Least certain claims
// Claims that were read with the least confidence, to be looked at first when the graph is reviewed.
// $maxConfidence = 0.7 (number) only claims of at most this confidence (0 to 1)
// $limit = 50 (integer) no more rows than this
MATCH (claim:Claim)
WHERE claim.confidence <= $maxConfidence
WITH claim ORDER BY claim.confidence, claim.key LIMIT toInteger($limit)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(document:Document)
RETURN claim.confidence AS confidence,
       subject.name AS subject,
       CASE claim.polarity WHEN "negated" THEN "not " ELSE "" END + claim.predicate AS predicate,
       object.name AS object,
       claim.modality AS modality,
       claim.rule AS rule,
       sentence.text AS evidence,
       document.title AS document,
       document.publisher AS publisher,
       document.published AS published,
       coalesce(document.url, document.paths[0]) AS source,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY confidence, claimKey;
