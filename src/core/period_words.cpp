#include "core/period_words.h"

#include <algorithm>
#include <array>

#include "core/text_ascii.h"

namespace icc {
namespace {

/// Words with one meaning, in English, French, Spanish, Portuguese, German, Italian, separated by
/// `|`. Folded as `folded` does: no accents, no capitals.
struct Row {
  Say say;
  int value;
  std::string_view phrases;
};

constexpr Row rows[] = {
    {Say::month, 1, "january|jan|janvier|janv|enero|ene|janeiro|januar|janner|jaenner|gennaio|gen"},
    {Say::month, 2, "february|feb|fevrier|fevr|fev|febrero|fevereiro|februar|feber|febbraio|febb"},
    {Say::month, 3, "march|mar|mars|marzo|marco|marz|maerz|mrz"},
    {Say::month, 4, "april|apr|avril|avr|abril|abr|aprile"},
    {Say::month, 5, "may|mai|mayo|maio|maggio|mag"},
    {Say::month, 6, "june|jun|juin|junio|junho|juni|giugno|giu"},
    {Say::month, 7, "july|jul|juillet|juil|julio|julho|juli|luglio|lug"},
    {Say::month, 8, "august|aug|aout|agosto|ago"},
    {Say::month, 9,
     "september|sept|sep|septembre|septiembre|setiembre|setembro|set|settembre|sett"},
    {Say::month, 10, "october|oct|octobre|octubre|outubro|out|oktober|okt|ottobre|ott"},
    {Say::month, 11, "november|nov|novembre|noviembre|novembro"},
    {Say::month, 12, "december|dec|decembre|diciembre|dic|dezembro|dez|dezember|dicembre"},
    {Say::month, 21, "spring|printemps|primavera|fruhling|fruehling|fruhjahr|fruehjahr"},
    {Say::month, 22, "summer|ete|verano|verao|sommer|estate"},
    {Say::month, 23, "autumn|fall|automne|otono|outono|herbst|autunno"},
    {Say::month, 24, "winter|hiver|invierno|inverno"},
    {Say::since, 0, "since|ever since|depuis|seit"},
    {Say::from, 0,
     "from|as from|as of|starting|starting from|started|beginning in|a partir|a partir da|"
     "a compter|des|desde|ab|da|dal|dall'|dalla|a partire|a partire da|a partire dal|"
     "a partire dall'|a decorrere dal"},
    {Say::of, 0, "of|de|du|d'|del|do|di|von|vom"},
    {Say::until, 0,
     "until|till|til|'til|up to|up until|to|through|thru|jusque|jusqu'en|jusqu'a|jusqu'au|hasta|"
     "ate|ate a|ate ao|bis|bis zu|bis zum|bis einschliesslich|fino a|fino al|fino all'|"
     "fino alla|fino ad|sino a|sino al"},
    {Say::to, 0, "a|au|al|all'|ao|ad"},
    {Say::both, 0, "and|et|y|e|und|ed"},
    {Say::between, 0, "between|entre|zwischen|tra|fra"},
    {Say::onwards, 0,
     "onwards|onward|forward|forwards|beyond|ff|au-dela|en adelante|mas alla|em diante|"
     "daruber hinaus|in poi|in avanti|oltre"},
    {Say::on, 0, "on"},
    {Say::ongoing, 0,
     "ongoing|on-going|on going|still ongoing|still on-going|in progress|still in progress|"
     "in course|underway|under way|still underway|present|now|nowadays|current|currently|"
     "currently running|running|still running|active|still active|still in use|still in place|"
     "still in force|continuing|continues|continuous|continuously|continued|still continues|"
     "permanent|permanently|indefinite|indefinitely|open-ended|open ended|no end date|"
     "until further notice|en cours|toujours en cours|encore en cours|permanente|continu|"
     "continue|actuel|actuelle|actuellement|maintenant|jusqu'a nouvel ordre|en curso|en marcha|"
     "actual|actualmente|actualidad|ahora|presente|vigente|en vigor|continuo|continua|"
     "hasta nuevo aviso|em curso|em andamento|a decorrer|atual|atualmente|atualidade|agora|"
     "em vigor|ate novo aviso|laufend|fortlaufend|andauernd|anhaltend|dauerhaft|"
     "kontinuierlich|unbefristet|derzeit|aktuell|noch laufend|bis auf weiteres|in corso|"
     "tuttora in corso|ancora in corso|continuativo|attuale|attualmente|in vigore|"
     "fino a nuovo avviso"},
    {Say::now, 0,
     "today|date|present day|this day|aujourd'hui|ce jour|nos jours|l'heure actuelle|hoy|hoje|"
     "heute|jetzt|oggi|adesso"},
    {Say::recurring, 0,
     "annual|annually|yearly|monthly|weekly|biennial|biennially|once a year|twice a year|annuel|"
     "annuelle|annuellement|tous les ans|anual|anualmente|todos los anos|todos os anos|jahrlich|"
     "jaehrlich|annuale|annualmente|tutti gli anni"},
    {Say::each, 0, "each|every|chaque|cada|jedes|jeden|ogni"},
    {Say::number, 1, "one|un|une|uno|um|ein|eine"},
    {Say::number, 2, "two|deux|dos|dois|zwei|due"},
    {Say::number, 3, "three|trois|tres|drei|tre"},
    {Say::number, 4, "four|quatre|cuatro|quatro|vier|quattro"},
    {Say::number, 5, "five|cinq|cinco|funf|fuenf|cinque"},
    {Say::number, 6, "six|seis|sechs|sei"},
    {Say::number, 7, "seven|siete|sete|sieben|sette"},
    {Say::number, 8, "eight|huit|ocho|oito|acht|otto"},
    {Say::number, 9, "nine|neuf|nueve|nove|neun"},
    {Say::number, 10, "ten|dix|diez|zehn|dieci"},
    {Say::unit, 1, "year|years|yrs|an|ans|annee|annees|ano|anos|jahr|jahre|jahren|anno|anni"},
    {Say::unit, 0,
     "month|months|mois|mes|meses|monat|monate|monaten|mese|mesi|week|weeks|semaine|semaines|"
     "semana|semanas|woche|wochen|settimana|settimane|day|days|jour|jours|dia|dias|tag|tage|"
     "tagen|giorno|giorni"},
    {Say::about, 0,
     "circa|ca|c|approx|approximately|around|about|roughly|vers|environ|hacia|alrededor de|"
     "cerca de|por volta de|etwa|ungefahr|verso"},
    {Say::filler, 0,
     "in|the|during|throughout|at|early|mid|late|beginning of|start of|middle of|end of|"
     "school year|academic year|en|le|la|les|l'|l'an|l'annee|pendant|debut|debut de|mi|fin|"
     "fin de|annee scolaire|el|los|durante|principios de|inicios de|mediados de|finales de|"
     "fines de|curso|em|o|no|na|inicio de|meados de|fim de|final de|ano letivo|im|der|dem|den|"
     "am|anfang|mitte|ende|wahrend|schuljahr|il|nel|nell'|nella|lo|gli|inizio|meta|fine|"
     "anno scolastico"},
};

constexpr std::string_view nothing[] = {"",
                                        "-",
                                        "--",
                                        "---",
                                        ".",
                                        "/",
                                        "?",
                                        "aucun",
                                        "aucune",
                                        "k.a.",
                                        "keine",
                                        "keine angabe",
                                        "n.a",
                                        "n.a.",
                                        "n.d.",
                                        "n/a",
                                        "n/a.",
                                        "na",
                                        "nd",
                                        "nenhum",
                                        "nenhuma",
                                        "nessuna",
                                        "nessuno",
                                        "nil",
                                        "ninguna",
                                        "ninguno",
                                        "no date",
                                        "no period",
                                        "none",
                                        "not applicable",
                                        "not available",
                                        "not known",
                                        "not specified",
                                        "null",
                                        "s.d.",
                                        "sans date",
                                        "undated",
                                        "unknown"};

struct Entry {
  std::string_view phrase;
  Say say = Say::unknown;
  int value = 0;
};

constexpr std::size_t phrase_count() {
  std::size_t count = 0;
  for (const Row& row : rows) {
    count += 1 + static_cast<std::size_t>(std::ranges::count(row.phrases, '|'));
  }
  return count;
}

/// All phrases by themselves, sorted.
constexpr auto sorted_entries() {
  std::array<Entry, phrase_count()> entries;
  std::size_t count = 0;
  for (const Row& row : rows) {
    std::string_view rest = row.phrases;
    while (!rest.empty()) {
      const std::string_view phrase = rest.substr(0, rest.find('|'));
      entries[count++] = {phrase, row.say, row.value};
      rest.remove_prefix(std::min(phrase.size() + 1, rest.size()));
    }
  }
  std::ranges::sort(entries, {}, &Entry::phrase);
  return entries;
}

constexpr auto entries = sorted_entries();
static_assert(std::ranges::adjacent_find(entries, {}, &Entry::phrase) == entries.end(),
              "a phrase has one meaning");
static_assert(std::ranges::is_sorted(nothing));

constexpr std::size_t longest_phrase = std::ranges::max(entries, {}, [](const Entry& entry) {
                                         return entry.phrase.size();
                                       }).phrase.size();

const Entry* find_entry(std::string_view phrase) {
  const auto* found = std::ranges::lower_bound(entries, phrase, {}, &Entry::phrase);
  return found != entries.end() && found->phrase == phrase ? found : nullptr;
}

/// Whether a word may end before `at`: there is no letter, or an elided article stands before it
/// (`l'an`).
bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || !is_lower(text[at]) || text[at - 1] == '\'';
}

}  // namespace

std::optional<PeriodWord> period_word(std::string_view folded) {
  for (std::size_t length = std::min(longest_phrase, folded.size()); length > 0; --length) {
    if (!is_boundary(folded, length)) continue;
    const Entry* entry = find_entry(folded.substr(0, length));
    if (entry != nullptr) return PeriodWord{entry->say, entry->value, length};
  }
  return std::nullopt;
}

bool says_nothing(std::string_view folded) {
  return std::ranges::binary_search(nothing, folded);
}

}  // namespace icc
