// Positions on anything over time
// Who opposed, supported or proposed a thing (an office, agreement, policy, state, ...), in order of time. The date is
// that of the claim, else of the document.
// $proposal = "nato-liaison-office-tokyo" (Entity) what the positions are on
// $actor = "" (optional Actor) only this actor's positions
// $position = "any" (OPPOSES|SUPPORTS|PROPOSED|any) only positions of this kind
// $from = "" (optional date) not before this date (a month or year counts in full)
// $to = "" (optional date) not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=actor when=date
// asks: $actor? OPPOSES|SUPPORTS|PROPOSED>position $proposal @organisation? time|history|timeline|chronology|
//   evolution?
// asks: position|stance|view|opinion|attitude|stand|line|standpoint|feel|think|sentiment|react|response $actor?
//   on:$proposal @organisation? time|history|develop|evolve|change|timeline|chronology|evolution|development|course|
//   stand?
MATCH (:Entity {key: $proposal})<-[:OBJECT]-(claim:Claim)
WHERE claim.predicate IN ["OPPOSES", "SUPPORTS", "PROPOSED"] AND claim.confidence >= $minConfidence
  AND ($position = "any" OR claim.predicate = $position)
MATCH (claim)-[:SUBJECT]->(actor:Actor)
WHERE $actor = "" OR actor.key = $actor
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldAt
WHERE ($from = "" OR heldAt >= $from OR $from STARTS WITH heldAt) AND ($to = "" OR heldAt <= $to OR heldAt STARTS WITH $to)
  AND ($among = [] OR actor.key IN $among)
  AND ($organisation = "" OR EXISTS {
    MATCH (actor)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldAt IS NULL
       OR ((since <= heldAt OR since STARTS WITH heldAt)
           AND (heldAt < until OR (heldAt STARTS WITH until AND size(until) < 10)))
    RETURN since
  })
RETURN coalesce(heldAt, "no date known") AS date,
       CASE WHEN claim.date IS NOT NULL THEN "claim" WHEN heldAt IS NOT NULL THEN "document" END AS dateOf,
       actor.name AS actor,
       CASE claim.predicate
         WHEN "OPPOSES" THEN CASE claim.polarity WHEN "affirmed" THEN "opposes" ELSE "does not oppose" END
         WHEN "SUPPORTS" THEN CASE claim.polarity WHEN "affirmed" THEN "supports" ELSE "does not support" END
         ELSE CASE claim.polarity WHEN "affirmed" THEN "proposed" ELSE "did not propose" END
       END AS position,
       claim.modality AS modality,
       claim.speaker AS speaker,
       CASE WHEN claim.asserted THEN "asserted" ELSE "reported" END AS basis,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       actor.key AS actorKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY heldAt, actor, position, article.key, sentence.index, claimKey;
