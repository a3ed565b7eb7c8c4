#include <doctest/doctest.h>

#include "period_rows.h"

TEST_CASE("French words are read") {
  const PeriodRow rows[] = {
      {"févr. 2019", "2019-02"},
      {"À partir de janvier 2019", "2019-01/.., ongoing"},
      {"du 3 au 5 mai 2019", "2019-05-03/2019-05-05"},
      {"de 2018 à 2020", "2018/2020"},
      {"depuis 2018", "2018/.., ongoing"},
      {"jusqu’en 2023", "../2023"},
      {"jusqu'à aujourd'hui", "/.., ongoing"},
      {"2018 à nos jours", "2018/.., ongoing"},
      {"en cours", "/.., ongoing"},
      {"En cours depuis 2017", "2017/.., ongoing"},
      {"entre 2018 et 2020", "2018/2020"},
      {"2018 et 2020", "2018,2020"},
      {"Janvier 2018", "2018-01"},
      {"1er juin 2018", "2018-06-01"},
      {"août 2018", "2018-08"},
      {"entre janvier et mars 2019", "2019-01/2019-03"},
      {"à partir du 1er mai 2019", "2019-05-01/.., ongoing"},
      {"dès 2018", "2018/.., ongoing"},
      {"depuis l'an 2000", "2000/.., ongoing"},
      {"depuis l’année 2018", "2018/.., ongoing"},
      {"permanente", "/.., ongoing"},
      {"toujours en cours", "/.., ongoing"},
      {"jusqu'à nouvel ordre", "/.., ongoing"},
      {"2018 - aujourd'hui", "2018/.., ongoing"},
      {"début 2018", "2018"},
      {"année scolaire 2018-2019", "2018/2019"},
      {"tous les ans", "recurring"},
      {"chaque année en mai", "recurring"},
  };
  check_periods(rows);
}

TEST_CASE("Spanish words are read") {
  const PeriodRow rows[] = {
      {"desde 2018", "2018/.., ongoing"},
      {"desde marzo de 2018 hasta la actualidad", "2018-03/.., ongoing"},
      {"de 2018 a 2020", "2018/2020"},
      {"del 3 al 5 de mayo de 2019", "2019-05-03/2019-05-05"},
      {"en curso", "/.., ongoing"},
      {"enero de 2019", "2019-01"},
      {"21 de junio de 2018", "2018-06-21"},
      {"a partir de 2018", "2018/.., ongoing"},
      {"hasta 2023", "../2023"},
      {"2018 - actualidad", "2018/.., ongoing"},
      {"2018 - presente", "2018/.., ongoing"},
      {"mediados de 2018", "2018"},
      {"entre 2018 y 2020", "2018/2020"},
      {"todos los años", "recurring"},
      {"cada año en marzo", "recurring"},
  };
  check_periods(rows);
}

TEST_CASE("Portuguese words are read") {
  const PeriodRow rows[] = {
      {"em curso desde 2019", "2019/.., ongoing"},
      {"Desde 2018 até hoje", "2018/.., ongoing"},
      {"março de 2018 - junho de 2019", "2018-03/2019-06"},
      {"janeiro de 2018", "2018-01"},
      {"a partir de março de 2018", "2018-03/.., ongoing"},
      {"até 2023", "../2023"},
      {"entre 2018 e 2020", "2018/2020"},
      {"em andamento", "/.., ongoing"},
      {"2018 até ao presente", "2018/.., ongoing"},
      {"todos os anos", "recurring"},
  };
  check_periods(rows);
}

TEST_CASE("German words are read") {
  const PeriodRow rows[] = {
      {"seit 2018", "2018/.., ongoing"},
      {"ab 2018", "2018/.., ongoing"},
      {"seit März 2018", "2018-03/.., ongoing"},
      {"von 2018 bis 2020", "2018/2020"},
      {"bis heute", "/.., ongoing"},
      {"2018 bis heute", "2018/.., ongoing"},
      {"laufend", "/.., ongoing"},
      {"laufend seit 2018", "2018/.., ongoing"},
      {"1. September 2018 bis 30. Juni 2019", "2018-09-01/2019-06-30"},
      {"zwischen 2018 und 2020", "2018/2020"},
      {"Jänner 2019", "2019-01"},
      {"Mai 2018", "2018-05"},
      {"Mitte 2019", "2019"},
      {"Ende 2018 - Anfang 2020", "2018/2020"},
      {"im Jahr 2018", "2018"},
      {"bis Ende 2020", "../2020"},
      {"seit dem 1. Mai 2019", "2019-05-01/.., ongoing"},
      {"vom 3. bis 5. Mai 2019", "2019-05-03/2019-05-05"},
      {"fortlaufend", "/.., ongoing"},
      {"unbefristet", "/.., ongoing"},
      {"2018 - heute", "2018/.., ongoing"},
      {"jährlich", "recurring"},
      {"jedes Jahr im März", "recurring"},
  };
  check_periods(rows);
}

TEST_CASE("Italian words are read") {
  const PeriodRow rows[] = {
      {"dal 2018", "2018/.., ongoing"},
      {"dal 2018 al 2020", "2018/2020"},
      {"da giugno 2018 a maggio 2019", "2018-06/2019-05"},
      {"in corso dal 2018", "2018/.., ongoing"},
      {"in corso", "/.., ongoing"},
      {"fino al 2023", "../2023"},
      {"gennaio 2018", "2018-01"},
      {"a partire dal 2018", "2018/.., ongoing"},
      {"dall'anno 2018", "2018/.., ongoing"},
      {"nel 2018", "2018"},
      {"tra il 2018 e il 2020", "2018/2020"},
      {"dal 3 al 5 maggio 2019", "2019-05-03/2019-05-05"},
      {"ad oggi", "/.., ongoing"},
      {"2018 - oggi", "2018/.., ongoing"},
      {"ogni anno", "recurring"},
      {"tutti gli anni", "recurring"},
  };
  check_periods(rows);
}
