// All positions on an office
// Who opposes, supports or proposed an office, and who is said not to: members of the organisation first, then those
// that are no members, kept apart, then persons; of one kind of position alone, denials last in each. "documents" are
// those that tell the same position of the actor, as firmly as the row does. Membership is taken at the date of the
// claim, else of the document.
// $office = "nato-liaison-office-tokyo" (Office) the office
// $organisation = "nato" (Organisation) whose members are kept apart from the others
// $standing = "any" (members|outsiders|any) members of the organisation, or states and bodies that are not, alone
// $position = "any" (OPPOSES|SUPPORTS|PROPOSED|any) only positions of this kind
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=actor when=date
// asks: OPPOSES|SUPPORTS|PROPOSED>position $office
// asks: outsider>standing:outsiders of:$organisation? OPPOSES|SUPPORTS|PROPOSED>position $office
// asks: outsider>standing:outsiders position|stance|view|opinion|attitude|stand|line|standpoint $office
//   of:$organisation? take|have|hold|express|voice|state?
// asks: position|stance|view|opinion|attitude|stand|line|standpoint|sentiment|camp|reception on:$office feel|think|
//   stand?
// asks: [what|where|how|who|which|list|how-many|yes] position|stance|view|opinion|attitude|stand|feel|think|react|response|say
//   $office
MATCH (office:Office {key: $office})<-[:OBJECT]-(claim:Claim)
WHERE claim.predicate IN ["OPPOSES", "SUPPORTS", "PROPOSED"] AND claim.confidence >= $minConfidence
  AND ($position = "any" OR claim.predicate = $position)
MATCH (claim)-[:SUBJECT]->(actor:Actor)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldAt
CALL (actor, heldAt) {
  OPTIONAL MATCH (actor)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
  WITH fact IS NOT NULL AS found, coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
  WITH found AND (heldAt IS NULL OR ((since <= heldAt OR since STARTS WITH heldAt)
         AND (heldAt < until OR (heldAt STARTS WITH until AND size(until) < 10)))) AS isMember
  RETURN max(CASE WHEN isMember THEN 1 ELSE 0 END) = 1 AS isMember
}
WITH *,
     CASE WHEN actor.key = $organisation THEN 2 WHEN isMember THEN 1 WHEN actor:Person THEN 4 ELSE 3 END AS place
WHERE $standing = "any" OR ($standing = "members" AND place = 1) OR ($standing = "outsiders" AND place = 3)
WITH actor, place, claim.statement AS statement, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article, heldAt: heldAt}) AS rows
UNWIND rows AS row
RETURN ["members", "the organisation itself", "not members", "persons"][place - 1] AS standing,
       actor.name AS actor,
       CASE row.claim.predicate
         WHEN "OPPOSES" THEN CASE row.claim.polarity WHEN "affirmed" THEN "opposes" ELSE "does not oppose" END
         WHEN "SUPPORTS" THEN CASE row.claim.polarity WHEN "affirmed" THEN "supports" ELSE "does not support" END
         ELSE CASE row.claim.polarity WHEN "affirmed" THEN "proposed" ELSE "did not propose" END
       END AS position,
       coalesce(row.heldAt, "no date known") AS date,
       CASE WHEN row.claim.date IS NOT NULL THEN "claim" WHEN row.heldAt IS NOT NULL THEN "document" END AS dateOf,
       row.claim.modality AS modality,
       row.claim.speaker AS speaker,
       CASE WHEN row.claim.asserted THEN "asserted" ELSE "reported" END AS basis,
       documents,
       row.claim.quote AS evidence,
       row.document.title AS document,
       row.document.publisher AS publisher,
       row.document.published AS published,
       coalesce(row.document.url, row.document.paths[0]) AS source,
       row.claim.confidence AS confidence,
       actor.key AS actorKey,
       row.claim.key AS claimKey,
       row.sentence.key AS sentenceKey
ORDER BY place, $position <> "any" AND row.claim.polarity = "negated", actor, position, row.heldAt, published, row.document.key, row.sentence.index, claimKey;
