// Where sources contradict each other
// Statements that one sentence affirms and another denies, each side with its sentence and source.
// $entity = "" (optional Entity) only statements about this
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
MATCH (denial:Claim {polarity: "negated"})
WHERE denial.confidence >= $minConfidence AND denial.modality = "actual"
WITH DISTINCT denial.statement AS statement
MATCH (claim:Claim {statement: statement})
WHERE claim.confidence >= $minConfidence AND claim.modality = "actual"
WITH statement, collect(claim) AS claims
WHERE any(claim IN claims WHERE claim.polarity = "affirmed")
UNWIND claims AS claim
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE $entity = "" OR subject.key = $entity OR object.key = $entity
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(document:Document)
RETURN subject.name AS subject,
       claim.predicate AS predicate,
       object.name AS object,
       claim.polarity AS polarity,
       coalesce(claim.date, document.published, "no date known") AS date,
       claim.speaker AS speaker,
       CASE WHEN claim.asserted THEN "asserted" ELSE "reported" END AS basis,
       sentence.text AS evidence,
       document.title AS document,
       document.publisher AS publisher,
       document.published AS published,
       coalesce(document.url, document.paths[0]) AS source,
       claim.confidence AS confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY statement, polarity, date, document.key, sentence.index, claimKey;
