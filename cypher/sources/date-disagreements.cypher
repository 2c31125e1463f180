// Where sources disagree in date
// The same statement under dates of which neither lies in the other (2023 and 2023-05 agree): one of them is wrong, or it
// happened more than once. What is of that kind (visits, meetings, cooperation, positions) is left out unless asked for,
// and so are operations and programmes, which last for years.
// $predicates = ["SIGNED", "ESTABLISHED", "HELD_IN", "HOSTED", "PARTICIPATED_IN", "MEMBER_OF", "REPLACES"] (list) which predicates
// $entity = "" (optional Entity) only statements about this
// $other = "" (optional Entity) and, of those, only about this as well
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: what=object when=date
// asks: disagree|contradict|differ|conflict|discrepancy|inconsistent|inconsistency|disagreement|contradiction|
//   contradictory|different|conflicting|incompatible|mismatch|agree+not|diverge|divergence|clash|disagreeing|
//   differently|odds|inconsistently|irreconcilable|agree+no|vary|variation|dispute|contest|contradictorily|misdate
//   date|dating|time|when|day|year|chronology|timing|month|chronological|datings|timeline on:$entity? SIGNED|
//   ESTABLISHED|MEMBER_OF|REPLACES|HOSTED>predicates? same|statement|claim|event|happen|thing|take|place|give|fact|
//   source|different|about|account|document|one|another|next|assign|put|two|between|signature|text|record|conflict?
// asks: contradict|contradiction|disagree|differ|conflict|inconsistent|discrepancy date|dating|day|year|when
//   on:$entity $other another|one|each|other|source|document|claim|statement|report|account?
MATCH (claim:Claim)
// In the order of this index: what comes after the last row need not be read.
USING INDEX claim:Claim(statement)
WHERE claim.statement IS NOT NULL AND claim.predicate IN $predicates AND claim.date IS NOT NULL
  AND claim.polarity = "affirmed" AND claim.modality = "actual" AND claim.confidence >= $minConfidence
WITH claim.statement AS statement, collect(claim) AS claims, collect(DISTINCT claim.date) AS dates
WHERE any(one IN dates WHERE any(other IN dates WHERE NOT one STARTS WITH other AND NOT other STARTS WITH one))
WITH statement, claims ORDER BY statement
UNWIND claims AS claim
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE NOT (claim.predicate IN ["HELD_IN", "HOSTED", "PARTICIPATED_IN"]
           AND (subject:Operation OR object:Operation OR object:Programme))
  AND ($entity = "" OR subject.key = $entity OR object.key = $entity)
  AND ($other = "" OR subject.key = $other OR object.key = $other)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
// Grouped, so that the list does not stay beside each of its rows: the database counts its memory each time.
WITH statement, claim, subject, object, sentence, article, count(*) AS once
ORDER BY statement, claim.date, article.key, sentence.index, claim.key LIMIT toInteger($limit)
RETURN subject.name AS subject,
       claim.predicate AS predicate,
       object.name AS object,
       claim.date AS date,
       claim.speaker AS speaker,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY statement, date, article.key, sentence.index, claimKey;
