// Contributions to operations, funds and actors
// Who gave money, people, equipment or aid to what, with the sentence behind each and the number of documents that say
// so.
// $contributor = "" (optional Actor) only what this actor gave
// $recipient = "" (optional Entity) only what was given to this operation, programme or actor
// $from = "" (optional date) not before this date (a month or year counts in full)
// $to = "" (optional date) not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=contributor what=recipient when=date
// asks: $contributor? CONTRIBUTED_TO $recipient? aid|money|help|fund|support|assistance|equipment|weapon|arm|
//   ammunition|cash|troop|material|gift|donor|supply|financial|humanitarian|military|beneficiary|recipient|commitment|
//   pledge|package|relief|generosity|make|receive|much? @organisation?
// asks: aid|help|assistance|money|donation|equipment|weapon|arm|cash|fund|supply|relief|support|package get|receive|
//   obtain|benefit|accept|beneficiary|recipient CONTRIBUTED_TO? from:$contributor? $recipient @organisation?
// asks: aid|money|help|assistance|fund|support|donation|supply|weapon|cash|relief|contribution CONTRIBUTED_TO? by:$contributor
//   $recipient @organisation?
// asks: aid|money|help|assistance|fund|donation|supply|weapon|cash|relief|contribution CONTRIBUTED_TO? for:$recipient
//   by:$contributor? @organisation?
// asks: [what|which|how-many|list] receive|obtain from:$contributor $recipient
// asks: commitment|pledge|gift|donation|generosity|relief financial|money|make|give|aid|humanitarian|military|
//   material|total? $contributor? CONTRIBUTED_TO? $recipient? @organisation?
// asks: beneficiary|recipient $contributor! CONTRIBUTED_TO aid|help|money|assistance?
MATCH (claim:Claim {predicate: "CONTRIBUTED_TO"})
USING INDEX claim:Claim(predicate)
WHERE claim.confidence >= $minConfidence
  AND ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUBJECT]->(contributor:Actor)
WHERE ($contributor = "" OR contributor.key = $contributor) AND ($among = [] OR contributor.key IN $among)
MATCH (claim)-[:OBJECT]->(recipient:Entity)
WHERE $recipient = "" OR recipient.key = $recipient
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE $organisation = "" OR EXISTS {
    MATCH (contributor)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  }
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
WITH contributor, recipient, claim.polarity AS polarity, claim.modality AS modality, count(DISTINCT article) AS documents,
     min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key])[3] AS key
WITH *, [label IN labels(recipient) WHERE NOT label IN ["Entity", "Actor"]][0] AS kind,
     CASE WHEN polarity = "negated" THEN {actual: "did not", planned: "is not to", possible: "may not"}[modality]
          ELSE modality END AS status
ORDER BY kind, recipient.name, recipient.key, contributor.name, contributor.key, status, key LIMIT toInteger($limit)
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN contributor.name AS contributor,
       recipient.name AS recipient,
       kind,
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
       contributor.key AS contributorKey,
       recipient.key AS recipientKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY kind, recipient, recipientKey, contributor, contributorKey, status, claimKey;
