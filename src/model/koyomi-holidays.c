#include "koyomi-holidays.h"

#include "koyomi-day.h"
#include "koyomi-reference.h"

#include <string.h>

#define NO_HOLIDAY 0

typedef enum
{
  RULE_FIXED,
  RULE_NTH_MONDAY,
  RULE_VERNAL,
  RULE_AUTUMNAL,
  RULE_SUBSTITUTE,
  RULE_CITIZENS,
} RuleKind;

typedef struct
{
  RuleKind    kind;
  int         month;
  int         day;
  int         nth;
  int         from_year;
  int         to_year;
  const char *names[KOYOMI_N_LANGUAGES];
} Rule;

/* Every day of the covered years has a byte: NO_HOLIDAY, or 1 + the index of the rule that makes it a holiday. */
typedef struct
{
  Rule     *rules;
  guint     n_rules;
  guint8   *days;
  guint32   first_day;
  guint32   last_day;
} Almanac;

static RuleKind
rule_kind_from_word (const char *word)
{
  static const struct
  {
    const char *word;
    RuleKind    kind;
  } kinds[] = {
    { "fixed", RULE_FIXED },
    { "special", RULE_FIXED },
    { "nth_monday", RULE_NTH_MONDAY },
    { "equinox_vernal", RULE_VERNAL },
    { "equinox_autumnal", RULE_AUTUMNAL },
    { "derived_substitute", RULE_SUBSTITUTE },
    { "derived_sandwich", RULE_CITIZENS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      return kinds[i].kind;

  g_error ("the holiday table has the unknown rule “%s”", word);
}

static void
read_rules (Almanac *self)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/holidays_jp");

  self->n_rules = koyomi_reference_get_n_rows (table);
  self->rules = g_new0 (Rule, self->n_rules);
  g_assert (self->n_rules < G_MAXUINT8);

  for (guint i = 0; i < self->n_rules; i++)
    {
      Rule *rule = &self->rules[i];

      rule->kind = rule_kind_from_word (koyomi_reference_get_text (table, i, "rule"));
      rule->month = koyomi_reference_get_int (table, i, "month");
      rule->day = koyomi_reference_get_int (table, i, "day");
      rule->nth = koyomi_reference_get_int (table, i, "nth_monday");
      rule->from_year = koyomi_reference_get_int (table, i, "from_year");
      rule->to_year = koyomi_reference_get_int (table, i, "to_year");
      if (rule->to_year == 0)
        rule->to_year = KOYOMI_HOLIDAYS_LAST_YEAR;
      for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
        rule->names[language] = koyomi_reference_get_localized (table, i, "name", language);
    }
}

/* The customary approximation, right for 1980 to 2099. */
static int
get_equinox_day (double day_of_1980,
                 int    year)
{
  int n = year - 1980;

  return (int) (day_of_1980 + 0.242194 * n - n / 4);
}

static guint32
get_rule_day (const Rule *rule,
              int         year)
{
  guint32 first;

  switch (rule->kind)
    {
    case RULE_FIXED:
      return koyomi_day_new (year, rule->month, rule->day);
    case RULE_NTH_MONDAY:
      first = koyomi_day_new (year, rule->month, 1);
      return first + (8 - koyomi_day_get_weekday (first)) % 7 + (rule->nth - 1) * 7;
    case RULE_VERNAL:
      return koyomi_day_new (year, rule->month, get_equinox_day (20.8431, year));
    case RULE_AUTUMNAL:
      return koyomi_day_new (year, rule->month, get_equinox_day (23.2488, year));
    case RULE_SUBSTITUTE:
    case RULE_CITIZENS:
    default:
      return KOYOMI_DAY_NONE;
    }
}

static void
mark_ruled_days (Almanac *self)
{
  for (guint i = 0; i < self->n_rules; i++)
    {
      const Rule *rule = &self->rules[i];

      for (int year = MAX (rule->from_year, KOYOMI_HOLIDAYS_FIRST_YEAR); year <= rule->to_year; year++)
        {
          guint32 day = get_rule_day (rule, year);

          if (day != KOYOMI_DAY_NONE)
            self->days[day - self->first_day] = i + 1;
        }
    }
}

/* A holiday on a Sunday: until 2006 the Monday is off unless it is a holiday itself, from 2007 the next day that is
 * none. */
static void
mark_substitutes (Almanac      *self,
                  const guint8 *ruled,
                  guint8        mark)
{
  guint32 from_2007 = koyomi_day_new (2007, 1, 1);

  for (guint32 day = self->first_day; day < self->last_day; day++)
    {
      guint32 substitute = day + 1;

      if (ruled[day - self->first_day] == NO_HOLIDAY || koyomi_day_get_weekday (day) != 7)
        continue;

      while (day >= from_2007 && substitute < self->last_day && ruled[substitute - self->first_day] != NO_HOLIDAY)
        substitute++;

      if (ruled[substitute - self->first_day] == NO_HOLIDAY)
        self->days[substitute - self->first_day] = mark;
    }
}

/* A day between two holidays, when it is neither a holiday nor a substitute nor a Sunday. */
static void
mark_citizens_holidays (Almanac      *self,
                        const guint8 *ruled,
                        const Rule   *rule,
                        guint8        mark)
{
  guint32 begin = MAX (koyomi_day_new (rule->from_year, 1, 1), self->first_day + 1);

  for (guint32 day = begin; day < self->last_day; day++)
    {
      guint i = day - self->first_day;

      if (self->days[i] == NO_HOLIDAY && ruled[i - 1] != NO_HOLIDAY && ruled[i + 1] != NO_HOLIDAY &&
          koyomi_day_get_weekday (day) != 7)
        self->days[i] = mark;
    }
}

static void
mark_derived_days (Almanac *self)
{
  g_autofree guint8 *ruled = g_memdup2 (self->days, self->last_day - self->first_day + 1);

  for (guint i = 0; i < self->n_rules; i++)
    if (self->rules[i].kind == RULE_SUBSTITUTE)
      mark_substitutes (self, ruled, i + 1);

  for (guint i = 0; i < self->n_rules; i++)
    if (self->rules[i].kind == RULE_CITIZENS)
      mark_citizens_holidays (self, ruled, &self->rules[i], i + 1);
}

/* All years at once, when the first day is asked for: it takes under a millisecond and 44 KB. */
static const Almanac *
get_almanac (void)
{
  static gsize once;
  static Almanac almanac;

  if (g_once_init_enter (&once))
    {
      almanac.first_day = koyomi_day_new (KOYOMI_HOLIDAYS_FIRST_YEAR, 1, 1);
      almanac.last_day = koyomi_day_new (KOYOMI_HOLIDAYS_LAST_YEAR, 12, 31);
      almanac.days = g_new0 (guint8, almanac.last_day - almanac.first_day + 1);
      read_rules (&almanac);
      mark_ruled_days (&almanac);
      mark_derived_days (&almanac);

      g_once_init_leave (&once, 1);
    }

  return &almanac;
}

static const Rule *
find_rule (guint32 day)
{
  const Almanac *almanac = get_almanac ();
  guint8 mark;

  if (day < almanac->first_day || day > almanac->last_day)
    return NULL;

  mark = almanac->days[day - almanac->first_day];

  return mark != NO_HOLIDAY ? &almanac->rules[mark - 1] : NULL;
}

gboolean
koyomi_holidays_contains (guint32 day)
{
  return find_rule (day) != NULL;
}

/* Returns: (nullable): the holiday's name, static, or NULL when @day is none */
const char *
koyomi_holidays_get_name (guint32        day,
                          KoyomiLanguage language)
{
  const Rule *rule = find_rule (day);

  return rule != NULL ? rule->names[language] : NULL;
}
