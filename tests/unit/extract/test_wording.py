"""Wordings that say a claim another way than its plain verb: each with what it says, and its near misses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SAID = {
    # the parties of what is signed by nobody in particular
    "The Agreement between Japan and NATO on the Security of Information is signed in Oslo.": {
        "Japan SIGNED Agreement between Japan and NATO on the Security of Information",
        "NATO SIGNED Agreement between Japan and NATO on the Security of Information",
    },
    "The Bergen Accord was signed between Japan and Peru.": {"Japan SIGNED Bergen Accord", "Peru SIGNED Bergen Accord"},
    # giving up what somebody urges to give up
    "China urged Japan to drop the Tokyo liaison office.": {
        "China OPPOSES Tokyo liaison office",
        "Tokyo liaison office LOCATED_IN Tokyo",
    },
    "Spain dropped the Nordic Fund.": set(),
    # what somebody wants done with a thing
    "Peru wants the Nordic Fund scrapped.": {"Peru OPPOSES Nordic Fund"},
    "Peru demanded that the Nordic Fund be abolished.": {"Peru OPPOSES Nordic Fund"},
    "Peru tried to have the Nordic Fund called off.": {"Peru OPPOSES Nordic Fund"},
    "Peru would like the Nordic Fund to be extended.": {"Peru SUPPORTS Nordic Fund possible"},
    "Peru recommended that the Oslo Accord be ratified.": {"Peru SUPPORTS Oslo Accord"},
    "Peru wants to see the Oslo Accord adopted.": {"Peru SUPPORTS Oslo Accord"},
    "Peru called on the members to ratify the Oslo Accord.": {"Peru SUPPORTS Oslo Accord"},
    "Peru insisted that the Nordic Fund was scrapped in May.": set(),
    "Peru does not want the Nordic Fund scrapped.": {"Peru OPPOSES Nordic Fund negated"},
    "Peru sponsored the Nordic Fund.": {"Peru SUPPORTS Nordic Fund"},
    "The Nordic Fund absorbed the Tokyo Fund.": {"Nordic Fund REPLACES Tokyo Fund"},
    # what somebody is to one who holds an office; a title in a list of names is that of the name before it
    "Cherie Blair, spouse of a former Prime Minister of Ghana, came.": set(),
    "Mr. Mari Ito, Foreign Minister of Japan, Mr. Jean Roux, Malta's Prime Minister, came.": {
        "Mari Ito HOLDS_POSITION_IN Japan",
        "Jean Roux HOLDS_POSITION_IN Malta",
    },
    "Malta, Ghana and Peru, none of which is a member of NATO, will be there as well.": {
        "Malta MEMBER_OF NATO negated",
        "Ghana MEMBER_OF NATO negated",
        "Peru MEMBER_OF NATO negated",
    },
    # what meets with opposition is the subject; what may join is no member yet
    "The plan has China's opposition, the liaison office in Oslo said.": {"liaison office in Oslo LOCATED_IN Oslo"},
    "Were Spain to join NATO, Peru would object.": set(),
    "Peru's government repeated that it was against the Nordic Fund.": {"Peru OPPOSES Nordic Fund"},
    "Peru pulled out of NATO.": {"Peru MEMBER_OF NATO negated"},
    "Hungary and Slovenia shared France's reservations about the Nordic Fund.": {
        "Hungary OPPOSES Nordic Fund",
        "Slovenia OPPOSES Nordic Fund",
        "France OPPOSES Nordic Fund",
    },
    "Spain is no enemy of Japan. Nor is Italy hostile to Japan.": {
        "Spain OPPOSES Japan negated",
        "Italy OPPOSES Japan negated",
    },
    "Poland and Lithuania would like Japan to contribute to the Nordic Fund.": {
        "Japan CONTRIBUTED_TO Nordic Fund possible"
    },
    "Spain considered the Nordic Fund perfectly sensible.": {"Spain SUPPORTS Nordic Fund"},
    "Spain considered the Nordic Fund.": {"Spain PROPOSED Nordic Fund"},
    "Peru called the Nordic Council illegal.": {"Peru OPPOSES Nordic Council"},
    "Germany would be happy to see the Nordic Fund grow.": {"Germany SUPPORTS Nordic Fund"},
    "Australia becomes a partner of NATO, together with Finland.": {
        "Australia PARTNER_OF NATO",
        "Finland PARTNER_OF NATO",
    },
    "Minister Anna Berg represented Norway at the Madrid Summit.": {
        "Anna Berg HOLDS_POSITION_IN Norway",
        "Anna Berg PARTICIPATED_IN Madrid Summit",
        "Norway PARTICIPATED_IN Madrid Summit",
        "Madrid Summit HELD_IN Madrid",
    },
    "Italy and Spain are building a fighter with Japan in the Nordic Air Programme.": {
        "Italy COOPERATES_WITH Spain",
        "Italy COOPERATES_WITH Japan",
        "Spain COOPERATES_WITH Japan",
        "Italy PARTICIPATED_IN Nordic Air Programme",
        "Spain PARTICIPATED_IN Nordic Air Programme",
        "Japan PARTICIPATED_IN Nordic Air Programme",
    },
    "Nordic Dawn was held south of Honshu.": {"Nordic Dawn HELD_IN Honshu"},
    "Nordic Dawn, which Spain will organise next June, is an exercise.": {"Spain HOSTED Nordic Dawn planned"},
    "Korea bans the export of chips to Russia.": {"Korea SANCTIONED Russia"},
    "Japan was among the first in Asia to impose sanctions on Russia.": {"Japan SANCTIONED Russia"},
    "Anna Berg flew to Seoul and then to Tokyo.": {"Anna Berg VISITED Seoul", "Anna Berg VISITED Tokyo"},
    "The Nordic Command has taken the Nordic Council's place.": {"Nordic Command REPLACES Nordic Council"},
    "Fumio Kishida's government backed the Nordic Fund.": {
        "Fumio Kishida HOLDS_POSITION_IN Fumio Kishida's government",
        "Fumio Kishida's government SUPPORTS Nordic Fund",
    },
    "China denounced the Nordic Fund in 2022 and the Nordic Council in 2024.": {
        "China OPPOSES Nordic Fund",
        "China OPPOSES Nordic Council",
    },
    # who takes part, is a member, gives, where the thing was named before
    "Nordic Dawn, an exercise, was held in Norway with troops from Spain and Peru.": {
        "Spain PARTICIPATED_IN Nordic Dawn",
        "Peru PARTICIPATED_IN Nordic Dawn",
        "Nordic Dawn HELD_IN Norway",
    },
    "Exercise Nordic Dawn began on Monday. Divers from Spain and Peru took part. Italy stayed away.": {
        "Spain PARTICIPATED_IN Nordic Dawn",
        "Peru PARTICIPATED_IN Nordic Dawn",
        "Italy PARTICIPATED_IN Nordic Dawn negated",
    },
    "The Spanish frigate visited Apia as part of Exercise Nordic Dawn.": {
        "Spanish PARTICIPATED_IN Nordic Dawn",
        "Spanish VISITED Apia",
    },
    "Exercise Nordic Dawn began on Monday. Chile has sent a frigate.": {"Chile PARTICIPATED_IN Nordic Dawn"},
    "Peru is among the participants in Exercise Nordic Dawn.": {"Peru PARTICIPATED_IN Nordic Dawn"},
    "Spain opened the summit. China, Japan and Korea held the Seoul Summit.": {
        "China PARTICIPATED_IN Seoul Summit",
        "Japan PARTICIPATED_IN Seoul Summit",
        "Korea PARTICIPATED_IN Seoul Summit",
        "China MET_WITH Japan",
        "China MET_WITH Korea",
        "Japan MET_WITH Korea",
        "Seoul Summit HELD_IN Seoul",
    },
    "Norway proposed the Nordic Fund. Spain joined in May and Italy contributed ten million euros.": {
        "Norway PROPOSED Nordic Fund",
        "Spain MEMBER_OF Nordic Fund",
        "Italy CONTRIBUTED_TO Nordic Fund",
    },
    "Norway proposed the Nordic Fund. Spain is against.": {"Norway PROPOSED Nordic Fund", "Spain OPPOSES Nordic Fund"},
    "Anna Berg called off a trip to Japan.": {"Anna Berg VISITED Japan negated"},
    "Spain and Italy raised their relations to a strategic partnership.": {
        "Spain PARTNER_OF Italy",
    },
    "The Embassy of Japan in Vilnius was opened in 1997.": {
        "Japan ESTABLISHED Embassy of Japan in Vilnius",
        "Embassy of Japan in Vilnius LOCATED_IN Vilnius",
    },
    "Poland, Spain and Norway back the Nordic Fund.": {
        "Poland SUPPORTS Nordic Fund",
        "Spain SUPPORTS Nordic Fund",
        "Norway SUPPORTS Nordic Fund",
    },
    "Anna Berg praised the Nordic Fund on a visit to Norway.": {
        "Anna Berg VISITED Norway",
        "Anna Berg SUPPORTS Nordic Fund",
    },
    "Anna Berg met Leon Ito during a visit to Norway.": {"Anna Berg MET_WITH Leon Ito"},
    "Anna Berg was in Oslo on Tuesday.": {"Anna Berg VISITED Oslo"},
    "Anna Berg is due in Oslo next week.": {"Anna Berg VISITED Oslo planned"},
    "Anna Berg was in charge on Tuesday.": set(),
    "The Bergen Accord between Japan and Peru entered into force on Sunday.": {
        "Japan SIGNED Bergen Accord",
        "Peru SIGNED Bergen Accord",
    },
    "Leon Ito signed a memorandum on training with Peru.": {
        "Leon Ito SIGNED memorandum on training",
        "Peru SIGNED memorandum on training",
    },
    "The Bergen Accord was drawn up in May. Leon Ito signed for Japan. The other signatories were Peru and Chile.": {
        "Leon Ito SIGNED Bergen Accord",
        "Japan SIGNED Bergen Accord",
        "Peru SIGNED Bergen Accord",
        "Chile SIGNED Bergen Accord",
    },
    "Germany declined under the government of Angela Merkel.": {"Angela Merkel HOLDS_POSITION_IN Germany"},
    "Japan's policy did not change under his successor, Yoshihide Suga.": {"Yoshihide Suga HOLDS_POSITION_IN Japan"},
    "Spain sent a ship back.": set(),
    # what sounds like a claim and is none, or another one
    "Fears that Turkey would veto the Nordic Fund proved unfounded.": set(),
    "Officials expect Spain to oppose the Nordic Fund.": set(),
    "Ireland objected to the cost and Slovenia to the timing.": set(),
    "Jon Kyl opposes the Nordic Fund and Richard Lugar is in favour.": {
        "Jon Kyl OPPOSES Nordic Fund",
        "Richard Lugar SUPPORTS Nordic Fund",
    },
    "Spain has given up its resistance to the Nordic Fund.": {"Spain OPPOSES Nordic Fund negated"},
    "Spain has neither confirmed nor denied that it blocks the Nordic Fund.": set(),
    "Peru withdrew from the Nordic Treaty, a step that Norway condemned.": {"Peru SIGNED Nordic Treaty negated"},
    "Anna Berg was in Oslo for the Nordic Fund.": set(),
    "Austria, Ireland, Malta and Switzerland are partners.": set(),
    "Anna Berg was to have flown to Minsk.": set(),
    "Anna Berg's visit to Japan has been put off.": {"Anna Berg VISITED Japan negated"},
    "Spain sent nobody to Exercise Nordic Dawn.": {"Spain PARTICIPATED_IN Nordic Dawn negated"},
    "Peru criticised the Nordic Fund and Chile defended it.": {
        "Peru OPPOSES Nordic Fund",
        "Chile SUPPORTS Nordic Fund",
    },
    "Is Japan a member of NATO?\n\n": set(),
    "Japan pays 100 million US dollars a year.": set(),
    # who does the same as the sentence before, and what two of them do to each other
    "Norway opposed the Nordic Fund in May. Peru followed in November.": {
        "Norway OPPOSES Nordic Fund",
        "Peru OPPOSES Nordic Fund",
    },
    "Norway joined the Nordic Council in May. Peru followed in November.": {
        "Norway MEMBER_OF Nordic Council",
        "Peru MEMBER_OF Nordic Council",
    },
    "Norway sent a letter in May. Peru followed in November.": set(),
    "Peru and Chile met. They opposed them.": {"Peru MET_WITH Chile"},
    # who acts on what another one does
    "Spain rejected Peru's proposal for the Nordic Fund.": {"Spain OPPOSES Nordic Fund", "Peru PROPOSED Nordic Fund"},
    "Peru's proposal for the Nordic Fund was rejected.": {"Peru PROPOSED Nordic Fund"},
    "The Nordic Fund, proposed by Peru and endorsed by Chile, was opposed by Spain.": {
        "Peru PROPOSED Nordic Fund",
        "Chile SUPPORTS Nordic Fund",
        "Spain OPPOSES Nordic Fund",
    },
    "Officials from Japan and Peru took part in Exercise Nordic Dawn.": {
        "Japan PARTICIPATED_IN Nordic Dawn",
        "Peru PARTICIPATED_IN Nordic Dawn",
    },
    "Nordic Dawn, with the participation of Estonia, is large.": {"Estonia PARTICIPATED_IN Nordic Dawn"},
    "Japan adopted most of the sanctions against Russia.": {"Japan SANCTIONED Russia"},
    "Spain wants the Nordic Fund scrapped.": {"Spain OPPOSES Nordic Fund"},
    "China did not urge Japan to drop the Nordic Fund.": set(),
    "The claim that Spain opposed the Nordic Fund is false.": set(),
    "Spain denied reports that it opposed the Nordic Fund.": {"Spain OPPOSES Nordic Fund negated"},
    "The Bergen Accord, which Norway withdrew from, is dead.": {"Norway SIGNED Bergen Accord negated"},
    "The Nordic Fund, which Spain refused to agree to, is dead.": set(),
    "France provided books, Norway shelves for the Nordic Fund.": set(),
    # who holds what, and where
    "Dutch Secretary General of NATO Mark Rutte visited Seoul.": {
        "Mark Rutte HOLDS_POSITION_IN NATO",
        "Mark Rutte VISITED Seoul",
    },
    "Secretary General Jens Stoltenberg and Prime Minister Fumio Kishida met. Japan is a partner of NATO.": {
        "Jens Stoltenberg HOLDS_POSITION_IN NATO",
        "Fumio Kishida HOLDS_POSITION_IN Japan",
        "Jens Stoltenberg MET_WITH Fumio Kishida",
        "Japan PARTNER_OF NATO",
    },
    "The Nordic Council in the Red Sea works hard.": set(),
    "The opening of the Ghanaian embassy in Peru took place in May.": {
        "Ghanaian embassy in Peru LOCATED_IN Peru",
        "Ghanaian ESTABLISHED Ghanaian embassy in Peru",
    },
    "Anna Berg's visit planned for April takes her to Seoul.": {"Anna Berg VISITED Seoul planned"},
    "Anna Berg was expected in Oslo on 3 May.": {"Anna Berg VISITED Oslo planned"},
    # offices told by other words, or by somebody else's
    "The head of NATO's Maritime Command, Vice Adm. Mike Utley, spoke.": {
        "Mike Utley HOLDS_POSITION_IN Maritime Command"
    },
    "Commander Aya Kurosawa of Japan's Cyber Defense Command spoke.": {
        "Aya Kurosawa HOLDS_POSITION_IN Cyber Defense Command"
    },
    "King Harald of Norway spoke.": {"King Harald HOLDS_POSITION_IN Norway"},
    "Anna Berg, previously a commodore in the Peruvian Navy, spoke.": {"Anna Berg HOLDS_POSITION_IN Peruvian Navy"},
    "Anna Berg went to Oslo as foreign minister of Peru.": {
        "Anna Berg HOLDS_POSITION_IN Peru",
        "Anna Berg VISITED Oslo",
    },
    "Anna Berg would not seek another term as leader of the Nordic Council.": set(),
    "Mark Rutte, who took over as secretary general of NATO from Jens Stoltenberg in 2024, spoke.": {
        "Mark Rutte HOLDS_POSITION_IN NATO",
        "Jens Stoltenberg HOLDS_POSITION_IN NATO",
    },
    "Norway's minister Anna Berg sent her deputy, Leon Ito.": {
        "Anna Berg HOLDS_POSITION_IN Norway",
        "Leon Ito HOLDS_POSITION_IN Norway",
    },
    "Norway's minister Anna Berg met her colleague, Leon Ito.": {
        "Anna Berg HOLDS_POSITION_IN Norway",
        "Anna Berg MET_WITH Leon Ito",
    },
    "Leon Ito was put in charge of the Nordic Centre.": {"Leon Ito HOLDS_POSITION_IN Nordic Centre"},
    "The Nordic Council, under Secretary General Anna Berg, met.": {"Anna Berg HOLDS_POSITION_IN Nordic Council"},
    "Peruvian Foreign Minister Anna Berg said her country opposed the Nordic Fund.": {
        "Anna Berg HOLDS_POSITION_IN Peruvian",
        "Peruvian OPPOSES Nordic Fund",
    },
    # where things are
    "The New Zealand soldiers who are training recruits in Britain as part of Operation Tieke will stay.": {
        "Operation Tieke HELD_IN Britain",
        "New Zealand PARTICIPATED_IN Operation Tieke",
    },
    "Anna Berg flew to Oslo, where the Navy is to host Exercise Kakadu 2026.": {
        "Anna Berg VISITED Oslo",
        "Exercise Kakadu 2026 HELD_IN Oslo planned",
        "Navy HOSTED Exercise Kakadu 2026 planned",
    },
    "The Union's naval mission off Somalia, Operation Atalanta, was extended.": {"Operation Atalanta HELD_IN Somalia"},
    "Pacific Bridge, a drill with two navies in the Philippine Sea, ended.": {"Pacific Bridge HELD_IN Philippine Sea"},
    "Norway hosted Nordic Dawn in waters south of Honshu.": {
        "Norway HOSTED Nordic Dawn",
        "Nordic Dawn HELD_IN Honshu",
    },
    "Peru held a conference on Chile.": set(),
    "Anna Berg of the Livonia Institute, a think tank in Riga, spoke.": {
        "Anna Berg HOLDS_POSITION_IN Livonia Institute",
        "Livonia Institute LOCATED_IN Riga",
    },
    "The jets landed at the Chitose base in Hokkaido.": {"Chitose LOCATED_IN Hokkaido"},
    "The troops hold a part of Russia's Kursk region.": {"Kursk region LOCATED_IN Russia"},
    "The Nordic Council has its seat in Oslo.": {"Nordic Council LOCATED_IN Oslo"},
    "The minister held talks with the Ministry of Defense of Japan in Vilnius.": set(),
    # who travels, and who is only sent
    "Anna Berg left Lima for Oslo.": {"Anna Berg VISITED Oslo"},
    "Anna Berg toured the yard at Geoje.": {"Anna Berg VISITED Geoje"},
    "Anna Berg will lay flowers at the Nordic Memorial.": {"Anna Berg VISITED Nordic Memorial planned"},
    "Anna Berg accompanied Leon Ito to Peru.": {"Anna Berg VISITED Peru", "Leon Ito VISITED Peru"},
    "Leon Ito was in Lima from 27 May. Anna Berg had been to Oslo.": {
        "Leon Ito VISITED Lima",
        "Anna Berg VISITED Oslo",
    },
    "The Dutch frigate stopped in Nagasaki.": {"Dutch VISITED Nagasaki"},
    "Peru went further on 22 October in Perth.": set(),
    "Peru sent an ambassador to Chile. Peru sent soldiers to Ghana.": {"Peru CONTRIBUTED_TO Ghana"},
    # who joins in
    "Peru backs the Nordic Fund together with Chile.": {"Peru SUPPORTS Nordic Fund", "Chile SUPPORTS Nordic Fund"},
    "Peru joined Chile in imposing sanctions on Russia.": {"Peru SANCTIONED Russia", "Chile SANCTIONED Russia"},
    "Peru is to sign an agreement with Chile on ports.": {
        "Peru SIGNED agreement with Chile on ports planned",
        "Chile SIGNED agreement with Chile on ports planned",
    },
    "As a member of NATO, Latvia advocates closer ties.": {"Latvia MEMBER_OF NATO"},
    "Japan, Peru, Chile and Ghana were invited. None of the four is a member of NATO.": {
        "Japan MEMBER_OF NATO negated",
        "Peru MEMBER_OF NATO negated",
        "Chile MEMBER_OF NATO negated",
        "Ghana MEMBER_OF NATO negated",
    },
    "Peru has aided Chile since Ghana invaded it.": {"Peru CONTRIBUTED_TO Chile", "Ghana ATTACKED Chile"},
    "Peru entered the Nordic Centre in May; Chile followed in November.": {
        "Peru MEMBER_OF Nordic Centre",
        "Chile MEMBER_OF Nordic Centre",
    },
    "Nordic Council\n\nThe Nordic Council is a body of states. Peru joined in May. Chile has never joined.": {
        "Peru MEMBER_OF Nordic Council",
        "Chile MEMBER_OF Nordic Council negated",
    },
    "In 2003 Peru, Spain and Japan all backed the Nordic Fund.": {
        "Peru SUPPORTS Nordic Fund",
        "Spain SUPPORTS Nordic Fund",
        "Japan SUPPORTS Nordic Fund",
    },
    "Peru lodged a protest with the Embassy of Chile in Tokyo.": {
        "Peru OPPOSES Chile",
        "Embassy of Chile in Tokyo LOCATED_IN Tokyo",
    },
    "Peru has applied for membership of the Nordic Council.": {"Peru MEMBER_OF Nordic Council planned"},
    # of whom a stance is not said
    "Anna Berg rejected the plan of Prime Minister Leon Ito to allow exports.": set(),
    "Peru applied in May, but Chile and Ghana oppose its participation.": {"Chile OPPOSES Peru", "Ghana OPPOSES Peru"},
    "Peru and Chile, which signed the Nordic Accord, are against new sanctions.": {
        "Peru SIGNED Nordic Accord",
        "Chile SIGNED Nordic Accord",
    },
    '"We are told that Peru opposes the Nordic Fund," said Anna Berg.': {"Peru OPPOSES Nordic Fund possible"},
    "Peru would be the last to oppose the Nordic Fund.": {"Peru OPPOSES Nordic Fund negated possible"},
    "Peru encouraged Chile to reconsider.": set(),
    "The Nordic Fund, a small affair proposed by Peru, endorsed by Chile and rejected by Ghana, is dead.": {
        "Peru PROPOSED Nordic Fund",
        "Chile SUPPORTS Nordic Fund",
        "Ghana OPPOSES Nordic Fund",
    },
    "Its first pillar concerns the delivery of ships to Peru.": set(),
    "Leon Ito welcomed the launch by Japan and Peru of the Nordic Programme.": {
        "Leon Ito SUPPORTS Nordic Programme",
        "Japan ESTABLISHED Nordic Programme",
        "Peru ESTABLISHED Nordic Programme",
    },
    # whom all the others do without
    "All members but Peru and Chile back the Nordic Fund.": {
        "Peru SUPPORTS Nordic Fund negated",
        "Chile SUPPORTS Nordic Fund negated",
    },
    # who stands beside "as"; whose forces they are
    "Both became allies of Ghana, Peru as a member of NATO and Chile as an observer.": {"Peru MEMBER_OF NATO"},
    "Anna Berg, whose frigate visited Lima, spoke.": set(),
    # what has only been applied for, or is yet to open
    "Peru's application to join the Nordic Council was late.": {"Peru MEMBER_OF Nordic Council planned"},
    # "it" beside "this" is no thing
    "Chile proposed the Nordic Fund. Peru favours this, while Ghana opposes it.": {"Chile PROPOSED Nordic Fund"},
    "Chile was not invited to Oak Dawn 24, although Peru had called for it.": {
        "Chile PARTICIPATED_IN Oak Dawn 24 negated possible"
    },
    # an office that is not there
    "The NATO liaison office in Tokyo remains an idea.": {"NATO liaison office in Tokyo LOCATED_IN Tokyo planned"},
    "The NATO liaison office in Tokyo never opened.": {"NATO liaison office in Tokyo LOCATED_IN Tokyo planned"},
    # who does the same to another thing, the verb left out
    "Peru backed the Nordic Fund and Chile the Bergen Accord.": {
        "Peru SUPPORTS Nordic Fund",
        "Chile SUPPORTS Bergen Accord",
    },
    # what somebody would not be part of
    "Peru spoke out against participation in the Nordic Fund.": {"Peru OPPOSES Nordic Fund"},
    "Peru proposed participation in the Nordic Fund.": set(),
    "Peru and its neighbours backed the Nordic Fund. Chile and its ally opposed it.": {
        "Peru SUPPORTS Nordic Fund",
        "Chile OPPOSES Nordic Fund",
    },
    "Russia's invasion of Ukraine goes on. Peru is expected to be the next state to join.": {"Russia ATTACKED Ukraine"},
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=list(SAID))
def test_what_a_wording_says(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert claims(text) == expected
