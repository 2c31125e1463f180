// Statements of a kind
// Who or what stands in some way to whom or what: one row for each statement, with its best sentence and the number of
// documents that say so. Where no report of its own shows a kind of statement (attacks, sanctions, foundings, places),
// this one does.
// $subject = "" (optional Entity) only statements of which this is the subject
// $predicates = ["ESTABLISHED"] (list) which predicates
// $object = "" (optional Entity) only statements of which this is the object
// $from = "" (optional date) not before this date (a month or year counts in full)
// $to = "" (optional date) not after this date (a month or year counts in full)
// $polarity = "any" (affirmed|negated|any) what is affirmed or denied alone
// $organisation = "" (optional Organisation) only subjects that were its members then: at the date of the claim, else of the document
// $among = [] (list) only subjects with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=subject what=object when=date where=object
// asks: $subject? *>predicates $object? @organisation? not|never|deny>polarity:negated?
// asks: [where] where>predicates:LOCATED_IN Office|Organisation|Place $subject locate|located|base|based|situate|
//   situated|seat|headquarters|headquartered|be?
// asks: [what|list|where|which] location|seat|headquarters|whereabouts|site|venue|city|address>predicates:LOCATED_IN
//   Office|Organisation|Place $subject town|place|country?
MATCH (claim:Claim)
USING INDEX claim:Claim(predicate)
WHERE claim.predicate IN $predicates AND claim.confidence >= $minConfidence
  AND ($polarity = "any" OR claim.polarity = $polarity)
  AND ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
WHERE $among = [] OR subject.key IN $among
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE CASE WHEN claim.predicate IN ["MET_WITH", "PARTNER_OF", "COOPERATES_WITH"]
        THEN ($subject = "" OR $subject IN [subject.key, object.key]) AND ($object = "" OR $object IN [subject.key, object.key])
        ELSE ($subject = "" OR subject.key = $subject) AND ($object = "" OR object.key = $object) END
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE $organisation = "" OR EXISTS {
    MATCH (subject)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  }
// An office that is proposed, and that nobody is said to have opened, stands nowhere as yet.
WITH *, CASE WHEN claim.predicate = "LOCATED_IN" AND claim.modality = "actual" AND claim.polarity = "affirmed"
               AND EXISTS { (claim)-[:SUBJECT]->(:Office)<-[:PROPOSED]-() }
               AND NOT EXISTS { (claim)-[:SUBJECT]->(:Office)<-[:ESTABLISHED]-() } THEN "planned"
             ELSE claim.modality END AS modality
// Who met whom is one statement, whichever of them a sentence begins with.
WITH claim, modality, article, CASE WHEN claim.predicate IN ["MET_WITH", "PARTNER_OF", "COOPERATES_WITH"] AND object.key < subject.key
                                    THEN [object, subject] ELSE [subject, object] END AS ends
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
WITH ends[0] AS subject, claim.predicate AS predicate, ends[1] AS object, claim.polarity AS polarity, modality,
     count(DISTINCT article) AS documents,
     min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key])[3] AS key
WITH *, CASE WHEN polarity = "negated" THEN {actual: "denied", planned: "denied (planned)", possible: "denied (possible)"}[modality]
             ELSE modality END AS status
ORDER BY predicate, subject.name, subject.key, object.name, object.key, status, key LIMIT toInteger($limit)
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN subject.name AS subject,
       predicate,
       object.name AS object,
       status,
       coalesce(claim.date, "no date known") AS date,
       claim.speaker AS speaker,
       documents,
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
ORDER BY predicate, subject, subjectKey, object, objectKey, status, claimKey;
