// Who belongs to what
// Members of organisations and programmes: what documents say, with the sentence, and what the reference data lists
// ("reference", with its source).
// $organisation = "" (optional Entity) only members of this organisation or programme
// $actor = "" (optional Actor) only memberships of this actor
// $at = "" (optional date) only memberships at this date, where dates are known
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=member what=body when=since
// asks: $actor? MEMBER_OF $organisation Organisation? since?
// asks: $actor MEMBER_OF Organisation|Programme country? since?
// asks: [who|which|what|list|how-many|when|yes] $actor? MEMBER_OF? @organisation become|be?
CALL () {
  MATCH (member:Actor)<-[:SUBJECT]-(claim:Claim {predicate: "MEMBER_OF"})-[:OBJECT]->(body:Entity)
  WHERE claim.confidence >= $minConfidence
    AND ($organisation = "" OR body.key = $organisation) AND ($actor = "" OR member.key = $actor)
  MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(document:Document)
  WITH *, coalesce(claim.date, document.published) AS heldAt
  WHERE $at = "" OR heldAt STARTS WITH $at OR heldAt <= $at
  WITH * ORDER BY size(coalesce(claim.date, "")) DESC, claim.confidence DESC, document.published, claim.key
  WITH member, body, claim.polarity AS polarity, claim.modality AS modality,
       count(DISTINCT document) AS documents, collect({claim: claim, sentence: sentence, document: document})[0] AS best
  RETURN member, body, "document" AS basis, CASE WHEN polarity = "negated" THEN "no longer or not" ELSE modality END AS status,
         best.claim.date AS since, null AS until, documents, best.sentence.text AS evidence, best.document.title AS document,
         best.document.publisher AS publisher, best.document.published AS published,
         coalesce(best.document.url, best.document.paths[0]) AS source, best.claim.confidence AS confidence,
         best.claim.key AS claimKey, best.sentence.key AS sentenceKey
  UNION ALL
  MATCH (member)-[fact:MEMBER_OF {origin: "reference"}]->(body)
  WHERE ($organisation = "" OR body.key = $organisation) AND ($actor = "" OR member.key = $actor)
    AND ($at = ""
         OR ((fact.since IS NULL OR fact.since <= $at OR fact.since STARTS WITH $at)
             AND (fact.until IS NULL OR $at < fact.until OR $at STARTS WITH fact.until)))
  RETURN member, body, "reference" AS basis, "actual" AS status, fact.since AS since, fact.until AS until, 0 AS documents,
         null AS evidence, null AS document, null AS publisher, null AS published, fact.source AS source,
         null AS confidence, null AS claimKey, null AS sentenceKey
}
RETURN member.name AS member,
       body.name AS body,
       since,
       until,
       basis,
       status,
       documents,
       evidence,
       document,
       publisher,
       published,
       source,
       confidence,
       member.key AS memberKey,
       body.key AS bodyKey,
       claimKey,
       sentenceKey
ORDER BY body, bodyKey, member, memberKey, basis, since, status, claimKey;
