// Members that supported, opposed or stayed silent
// Each member of an organisation with its position on a thing, and the members of whom no position is told (silent). Who
// proposed it is not silent.
// Membership is taken at the date of the claim, else of the document; for the silent ones at the date given, else that
// of the latest document that tells a position. Of what no document names, nobody is silent: it gives no rows. Nor is
// anybody silent whose position was read with less confidence than is asked for: such a member is left out.
// $proposal = "nato-liaison-office-tokyo" (Entity) what the positions are on
// $organisation = "nato" (Organisation) whose members are asked about
// $at = "" (optional date) the date of membership for those that stayed silent
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=member when=date where=
// asks: silent|silence|abstain|abstention|neutral|neutrality|undecided|uncommitted|say+nothing|say+anything|
//   no+position|no+stance|no+opinion|quiet|unclear|no+side|not+side|yet+stand|yet+position|yet+say|yet+side|
//   tight-lipped|not+say|not+comment|nothing+say|without+position|without+opinion|withhold|no+comment|no+view|
//   not+view|never+position|never+say|not+express|never+comment|reticent|non-committal SUPPORTS? OPPOSES? stay|remain|
//   keep|about|comment|take|group|sort|split|break|camp|each|position|view|say|opinion|side|stand|have|fall|
//   declare|declared|state|stated|known|public|publicly|tally|official? @organisation? on:$proposal
// asks: SUPPORTS OPPOSES silent|split|divide|sort|group|camp|break|each|position|neutral|tally|count|number|tabulate? @organisation on:$proposal
// asks: position|stance|view|split|divide|division|camp|side|undecided each|every|sort|group|split|divide|by|
//   including|without|break|all|whole|into @organisation on:$proposal silent|take|have|stand|opinion?
MATCH (:Organisation {key: $organisation})<-[:MEMBER_OF {origin: "reference"}]-(member:Actor)
WHERE EXISTS { (:Entity {key: $proposal})<-[:MENTIONS]-(:Sentence) }
WITH collect(DISTINCT member) AS members
WITH members, CASE WHEN $at <> "" THEN $at ELSE COLLECT {
    MATCH (:Entity {key: $proposal})<-[:OBJECT]-(told:Claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(by:Document)
    WHERE told.predicate IN ["OPPOSES", "SUPPORTS", "PROPOSED"] AND by.published IS NOT NULL
    RETURN by.published ORDER BY by.published DESC LIMIT 1
  }[0] END AS silentAt
UNWIND members AS member
CALL (member) {
  OPTIONAL MATCH (member)<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(:Entity {key: $proposal})
  WHERE claim.predicate IN ["OPPOSES", "SUPPORTS", "PROPOSED"]
  WITH claim WHERE claim IS NULL OR claim.confidence >= $minConfidence
  OPTIONAL MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  RETURN claim, sentence, article
}
WITH *, CASE WHEN claim IS NULL THEN silentAt ELSE coalesce(claim.date, article.published) END AS heldAt
CALL (member, heldAt) {
  MATCH (member)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
  WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
  WHERE heldAt IS NULL
     OR ((since <= heldAt OR since STARTS WITH heldAt)
         AND (heldAt < until OR (heldAt STARTS WITH until AND size(until) < 10)))
  RETURN count(*) AS spells
}
WITH * WHERE spells > 0
RETURN CASE
         WHEN claim IS NULL THEN "silent"
         WHEN claim.predicate = "OPPOSES" AND claim.polarity = "affirmed" THEN "opposed"
         WHEN claim.predicate = "SUPPORTS" AND claim.polarity = "affirmed" THEN "supported"
         WHEN claim.predicate = "PROPOSED" AND claim.polarity = "affirmed" THEN "proposed"
         WHEN claim.predicate = "OPPOSES" THEN "did not oppose"
         WHEN claim.predicate = "PROPOSED" THEN "did not propose"
         ELSE "did not support" END AS position,
       member.name AS member,
       coalesce(heldAt, "no date known") AS date,
       CASE WHEN claim.date IS NOT NULL THEN "claim" WHEN claim IS NOT NULL AND heldAt IS NOT NULL THEN "document" END AS dateOf,
       claim.modality AS modality,
       claim.speaker AS speaker,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       member.key AS memberKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY position = "silent", position, member, heldAt, article.key, sentence.index, claimKey;
