// Statements of a kind
// Who or what stands in some way to whom or what: one row for each statement, with its best sentence and the number of
// documents that say so. Where no report of its own shows a kind of statement (attacks, sanctions, foundings, places),
// this one does.
// $subject = "" (optional Entity) only statements of which this is the subject
// $predicates = ["ESTABLISHED"] (list) which predicates
// $object = "" (optional Entity) only statements of which this is the object
// $from = "" (optional date) not before this date
// $to = "" (optional date) not after this date (a month or year counts in full)
// $polarity = "any" (affirmed|negated|any) what is affirmed or denied alone
// $organisation = "" (optional Organisation) only subjects that were its members then: at the date of the claim, else of the document
// $among = [] (list) only subjects with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=subject what=object when=date where=object
// asks: $subject? *>predicates $object? @organisation? not>polarity:negated?
// asks: [where] where>predicates:LOCATED_IN Office|Organisation|Place $subject
MATCH (claim:Claim)
WHERE claim.predicate IN $predicates AND claim.confidence >= $minConfidence
  AND ($polarity = "any" OR claim.polarity = $polarity)
  AND ($from = "" OR claim.date >= $from) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE CASE WHEN claim.predicate IN ["MET_WITH", "PARTNER_OF", "COOPERATES_WITH"]
        THEN ($subject = "" OR $subject IN [subject.key, object.key]) AND ($object = "" OR $object IN [subject.key, object.key])
        ELSE ($subject = "" OR subject.key = $subject) AND ($object = "" OR object.key = $object) END
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE ($among = [] OR subject.key IN $among)
  AND ($organisation = "" OR EXISTS {
    MATCH (subject)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  })
WITH * ORDER BY size(coalesce(claim.date, "")) DESC, claim.confidence DESC, article.published, claim.key
WITH subject, claim.predicate AS predicate, object, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents, collect({claim: claim, sentence: sentence, document: article})[0] AS best
RETURN subject.name AS subject,
       predicate,
       object.name AS object,
       CASE WHEN polarity = "negated" THEN "denied" ELSE modality END AS status,
       coalesce(best.claim.date, "no date known") AS date,
       best.claim.speaker AS speaker,
       documents,
       best.sentence.text AS evidence,
       best.document.title AS document,
       best.document.publisher AS publisher,
       best.document.published AS published,
       coalesce(best.document.url, best.document.paths[0]) AS source,
       best.claim.confidence AS confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       best.claim.key AS claimKey,
       best.sentence.key AS sentenceKey
ORDER BY predicate, subject, subjectKey, object, objectKey, status;
