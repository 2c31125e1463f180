// Where sources contradict each other
// Statements that one sentence affirms and another denies, and things that an actor both opposes and supports, each
// side with its sentence and source. Where the dates of both sides differ, both may be right: things change.
// $entity = "" (optional Entity) only statements about this
// $other = "" (optional Entity) and, of those, only about this as well
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=subject what=object when=date
// asks: contradict|contradiction|disagree|contradictory|conflicting|inconsistent|inconsistency|disagreement|conflict|
//   controversy|affirm+deny|assert+deny|say+deny|state+deny|claim+deny|report+deny|confirm+deny|assert+dispute|
//   say+opposite|assert+contest|both+true|discrepancy|irreconcilable|incompatible|dissent|quarrel|affirm+negate|
//   deny+another|clash|collide|mismatch|at+odds|opposite|contrary|opposing+story|line+up+not|not+line|variance|
//   conflict+with claim|statement|account|source|another|other|each|say|one|place|text|document|report|testimony|
//   version|story|information|article|paper|evidence|fact|thing|assert|affirm|deny|opposite|true|elsewhere|
//   position|stance|side? Office? OPPOSES? SUPPORTS? on:$entity?
// asks: not+agree|source+agree|document+agree|account+agree|differ|odds|one+another+say|no+agreement claim|statement|
//   account|document? on:$entity?
// asks: OPPOSES SUPPORTS claim|statement same|both|once|actor|time|simultaneously|position? on:$entity?
// asks: contradict|contradiction|contradictory|conflicting|disagree|differ|conflict|inconsistent|incompatible on:$entity
//   SUPPORTS? OPPOSES? $other another|one|each|other|source|document|claim|statement|report|account|position|stance|side|stand|evidence?
CALL () {
  MATCH (denial:Claim {polarity: "negated", modality: "actual"})
  USING INDEX denial:Claim(polarity)
  WHERE denial.confidence >= $minConfidence
  WITH DISTINCT denial.statement AS first
  RETURN first, first AS second, "affirmed and denied" AS conflict
  UNION ALL
  MATCH (support:Claim {predicate: "SUPPORTS", polarity: "affirmed", modality: "actual"})
  USING INDEX support:Claim(predicate)
  WHERE support.confidence >= $minConfidence
  WITH DISTINCT support.statement AS first
  RETURN first, replace(first, " SUPPORTS ", " OPPOSES ") AS second, "supports and opposes" AS conflict
}
WITH * ORDER BY conflict, first
CALL (first, second, conflict) {
  MATCH (claim:Claim)
  WHERE claim.statement IN [first, second] AND claim.confidence >= $minConfidence AND claim.modality = "actual"
    AND (conflict = "affirmed and denied" OR claim.polarity = "affirmed")
  WITH collect(claim) AS claims
  WHERE CASE conflict
          WHEN "affirmed and denied" THEN any(claim IN claims WHERE claim.polarity = "affirmed")
          ELSE any(claim IN claims WHERE claim.statement = second) END
  UNWIND claims AS claim
  RETURN claim
}
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE ($entity = "" OR subject.key = $entity OR object.key = $entity)
  AND ($other = "" OR subject.key = $other OR object.key = $other)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH * ORDER BY conflict, first, claim.predicate, claim.polarity, coalesce(claim.date, "no date known"),
              article.key, sentence.index, claim.key
LIMIT toInteger($limit)
RETURN conflict,
       subject.name AS subject,
       claim.predicate AS predicate,
       object.name AS object,
       claim.polarity AS polarity,
       coalesce(claim.date, "no date known") AS date,
       claim.speaker AS speaker,
       CASE WHEN claim.asserted THEN "asserted" ELSE "reported" END AS basis,
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
ORDER BY conflict, first, claim.predicate, polarity, date, article.key, sentence.index, claimKey;
