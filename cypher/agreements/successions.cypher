// What replaced what
// Agreements, policies, programmes, organisations, operations and offices that took the place of others, with the
// sentence behind each and the number of documents that say the same.
// $thing = "" (optional Entity) only what this one replaced, or what replaced it
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=successor what=successor when=date
// asks: REPLACES $thing? Agreement? Policy? Programme? Organisation? Operation? Office? place|newer|instrument|mean?
// asks: successor|predecessor|replacement|outdated|obsolete|defunct|follow-up|renew|give+way|substitute|replacing
//   $thing? REPLACES? newer|place? Agreement? Policy? Programme? Organisation? Operation? Office?
// asks: $thing REPLACES Agreement? Policy? Programme? Organisation? Operation? Office? place|newer|instrument|mean?
// asks: come+before|come+after|go+before|precede|evolve|evolution|substitute|turn+into|grow+out|become+of|take+over|
//   predate|follow|heir|descend|inherit|abolish|newer $thing Agreement|Policy|Programme|Organisation|Operation|Office
//   REPLACES? place|newer|into|before|after|mean?
MATCH (claim:Claim {predicate: "REPLACES"})
USING INDEX claim:Claim(predicate)
WHERE claim.confidence >= $minConfidence
MATCH (claim)-[:SUBJECT]->(successor:Entity)
MATCH (claim)-[:OBJECT]->(predecessor:Entity)
WHERE $thing = "" OR successor.key = $thing OR predecessor.key = $thing
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH * ORDER BY predecessor.name, predecessor.key, successor.name, successor.key, claim.date, article.key,
              sentence.index, claim.key
LIMIT toInteger($limit)
RETURN predecessor.name AS predecessor,
       successor.name AS successor,
       CASE WHEN claim.polarity = "negated" THEN {actual: "did not", planned: "is not to", possible: "may not"}[claim.modality]
            WHEN claim.modality = "actual" THEN "replaced it"
            ELSE claim.modality END AS status,
       claim.date AS date,
       claim.speaker AS speaker,
       COUNT { MATCH (:Claim {statement: claim.statement, polarity: claim.polarity, modality: claim.modality})-[:SUPPORTED_BY]->(:Sentence)
                     -[:FROM_DOCUMENT]->(other:Document) RETURN DISTINCT other } AS documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       predecessor.key AS predecessorKey,
       successor.key AS successorKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY predecessor, predecessorKey, successor, successorKey, date, article.key, sentence.index, claimKey;
