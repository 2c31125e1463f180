// Who belongs to what
// Members of organisations and programmes: what documents say, with the sentence, and what the reference data lists
// ("reference", with its source). Since when and until when only the reference data tells; "date" is what the
// sentence gives: the day of joining, of leaving ("ended"), or of something done as a member.
// $organisation = "" (optional Entity) only members of this organisation or programme
// $actor = "" (optional Actor) only memberships of this actor
// $among = [] (list) only members with these keys
// $at = "" (optional date) only memberships at this date, and of what documents say only what they date to it or before
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=member what=body when=since
// asks: $actor? MEMBER_OF $organisation Organisation? since|long|founding|full|membership|accession|enter|entry|
//   become|belong|join|state|roster|list?
// asks: $actor MEMBER_OF Organisation|Programme country|belong|join|body|club? since?
// asks: [who|which|what|list|how-many|when|yes] $actor? MEMBER_OF? @organisation become|be|belong?
// asks: [who|which|what|list|how-many|when] make+up|comprise|compose|consist|composition|membership|constitute|form|
//   roll MEMBER_OF? $organisation
CALL () {
  MATCH (claim:Claim {predicate: "MEMBER_OF"})
  USING INDEX claim:Claim(predicate)
  WHERE claim.confidence >= $minConfidence
  MATCH (claim)-[:SUBJECT]->(member:Actor)
  WHERE ($actor = "" OR member.key = $actor) AND ($among = [] OR member.key IN $among)
  MATCH (claim)-[:OBJECT]->(body:Entity)
  WHERE $organisation = "" OR body.key = $organisation
  WITH member, body, claim
  WHERE $at = "" OR claim.date STARTS WITH $at OR claim.date <= $at
  MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  // The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
  WITH member, body, count(DISTINCT article) AS documents,
       CASE WHEN claim.polarity = "affirmed" THEN claim.modality
            ELSE CASE WHEN claim.rule =~ "(verb:(leave|quit|exit|withdraw|pull|drop|expel|suspend|eject)|noun:(withdrawal|exit|expulsion|departure))( .*)?"
                   THEN "ended" ELSE "denied" END
                 + CASE claim.modality WHEN "actual" THEN "" ELSE " (" + claim.modality + ")" END
       END AS status,
       min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key, claim.date]) AS best
  RETURN member, body, "document" AS basis, status, null AS since, null AS until, best[4] AS date, documents,
         best[3] AS key, null AS factSource
  UNION ALL
  MATCH (member)-[fact:MEMBER_OF {origin: "reference"}]->(body)
  WHERE ($organisation = "" OR body.key = $organisation) AND ($actor = "" OR member.key = $actor)
    AND ($among = [] OR member.key IN $among)
    AND ($at = ""
         OR ((fact.since IS NULL OR fact.since <= $at OR fact.since STARTS WITH $at)
             AND (fact.until IS NULL OR $at < fact.until OR $at STARTS WITH fact.until)))
  RETURN member, body, "reference" AS basis, "actual" AS status, fact.since AS since, fact.until AS until,
         null AS date, 0 AS documents, null AS key, fact.source AS factSource
}
WITH * ORDER BY body.name, body.key, member.name, member.key, since, basis, date, status, key LIMIT toInteger($limit)
OPTIONAL MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN member.name AS member,
       body.name AS body,
       since,
       until,
       date,
       basis,
       status,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(factSource, article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       member.key AS memberKey,
       body.key AS bodyKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY body, bodyKey, member, memberKey, since, basis, date, status, claimKey;
