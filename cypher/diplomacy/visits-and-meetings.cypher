// Visits and meetings in order of time
// Who visited whom or what, and who met whom, with the sentence behind each and the number of documents that say so. One
// row for each date; a year or month that contains just one other date of the same two counts to that.
// $actor = "" (optional Actor) only visits and meetings of this actor
// $whom = "" (optional Entity) only visits to this place, state or body or a place that lies in it, and meetings with this actor
// $action = "any" (VISITED|MET_WITH|any) visits or meetings alone
// $polarity = "any" (affirmed|negated|any) what took or is to take place, or what did not
// $from = "" (optional date) not before this date (a month or year counts in full)
// $to = "" (optional date) not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=actor what=whom when=date where=whom
// asks: $actor? VISITED|MET_WITH>action $whom? @organisation? HELD_IN?
// asks: $actor? VISITED MET_WITH @organisation?
// asks: VISITED|MET_WITH>action fail|cancel|not+place|not+happen|never+place|never+happen|not+come|never+come>polarity:negated
//   $actor? $whom? @organisation? take|off|about|ahead|through?
// asks: trip|travel|journey|tour|itinerary|destination|movement|travels|whereabouts>action:VISITED $actor? $whom?
//   make|undertake|go|foreign|abroad|list|log|diary|agenda|calendar|schedule|record|history|take|do|plan?
// asks: contact|appointment|encounter|talk>action:MET_WITH $actor have|hold|list|diary|personal?
MATCH (claim:Claim)
USING INDEX claim:Claim(predicate)
WHERE claim.predicate IN ["VISITED", "MET_WITH"] AND claim.confidence >= $minConfidence
  AND ($action = "any" OR claim.predicate = $action)
  AND ($polarity = "any" OR claim.polarity = $polarity)
  AND ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUBJECT]->(first:Actor)
WHERE $among = [] OR first.key IN $among
MATCH (claim)-[:OBJECT]->(second:Entity)
WHERE ($actor = "" OR first.key = $actor OR (second.key = $actor AND ($whom = "" OR claim.predicate = "MET_WITH")))
  AND ($whom = "" OR second.key = $whom OR EXISTS { (second)-[:LOCATED_IN]->(:Entity {key: $whom}) }
       OR (claim.predicate = "MET_WITH" AND first.key = $whom))
  AND ($organisation = "" OR EXISTS {
    MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
    MATCH (first)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(claim.date, article.published) AS heldOn,
         coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  })
// Who met whom is one statement, whichever of them a sentence begins with.
WITH *, CASE WHEN claim.predicate = "MET_WITH" AND second.key < first.key THEN [second, first] ELSE [first, second] END AS ends
WITH ends[0] AS first, ends[1] AS second, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     collect(claim) AS all, collect(DISTINCT claim.date) AS dates
UNWIND all AS claim
// A date that contains just one other of the same statement (2023 and 2023-05) is that of the same visit or meeting.
WITH *, CASE WHEN size(dates) < 2 THEN [] ELSE
       [date IN dates WHERE date STARTS WITH claim.date AND none(other IN dates WHERE other <> date AND other STARTS WITH date)] END AS exact
WITH first, second, predicate, polarity, modality, CASE size(exact) WHEN 1 THEN exact[0] ELSE claim.date END AS heldAt,
     collect(claim) AS claims
WITH *, CASE predicate WHEN "VISITED" THEN "visited" ELSE "met" END AS action,
     CASE WHEN polarity = "negated" THEN {actual: "did not", planned: "is not to", possible: "may not"}[modality]
          ELSE modality END AS status
ORDER BY heldAt, first.name, action, second.name, status, first.key, second.key, modality LIMIT toInteger($limit)
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
CALL (claims) {
  UNWIND claims AS claim
  MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  RETURN count(DISTINCT article) AS documents,
         min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key])[3] AS key
}
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN coalesce(heldAt, "no date known") AS date,
       first.name AS actor,
       action,
       second.name AS whom,
       status,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       first.key AS actorKey,
       second.key AS whomKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY heldAt, actor, action, whom, status, actorKey, whomKey, modality;
