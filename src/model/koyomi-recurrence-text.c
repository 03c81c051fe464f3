#include "koyomi-recurrence.h"

#include "koyomi-day.h"
#include "koyomi-model-error.h"
#include "koyomi-recurrence-private.h"

#include <string.h>

typedef enum
{
  WORD_EVERY,
  WORD_ON,
  WORD_FISCAL,
  WORD_MONTH,
  WORD_MONTHS,
  WORD_DAY,
  WORD_WEEKDAY,
  WORD_BUSINESS,
  WORD_SPAN,
  WORD_HOLIDAY,
  WORD_FROM,
  WORD_UNTIL,
  WORD_COUNT,
  WORD_EXCEPT,
  N_WORDS
} WordId;

#define BIT(word) (1u << (word))
#define DAY_WORDS (BIT (WORD_DAY) | BIT (WORD_WEEKDAY) | BIT (WORD_BUSINESS) | BIT (WORD_SPAN))

static const char *unit_names[] = {
  [KOYOMI_FREQUENCY_DAY] = "day",
  [KOYOMI_FREQUENCY_WEEK] = "week",
  [KOYOMI_FREQUENCY_MONTH] = "month",
  [KOYOMI_FREQUENCY_QUARTER] = "quarter",
  [KOYOMI_FREQUENCY_YEAR] = "year",
};

static const char *weekday_names[] = { NULL, "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static const char *policy_names[] = {
  [KOYOMI_HOLIDAY_BEFORE] = "before",
  [KOYOMI_HOLIDAY_AFTER] = "after",
  [KOYOMI_HOLIDAY_SKIP] = "skip",
};

/* Returns: the index of @name, or 0, which stands for none */
static guint
find_name (const char * const *names,
           guint               n_names,
           const char         *name)
{
  for (guint i = 1; i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return i;

  return 0;
}

/* Reads the digits that @text begins with and moves behind them.
 * Returns: FALSE when there are none, or their number is not from @min to @max */
static gboolean
read_leading_number (const char **text,
                     int          min,
                     int          max,
                     int         *number)
{
  const char *begin = *text;
  int value = 0;

  for (; g_ascii_isdigit (**text); (*text)++)
    if (value <= max)
      value = value * 10 + g_ascii_digit_value (**text);

  if (*text == begin || value < min || value > max)
    return FALSE;

  *number = value;

  return TRUE;
}

static gboolean
read_number (const char *text,
             int         min,
             int         max,
             int        *number)
{
  return read_leading_number (&text, min, max, number) && *text == '\0';
}

static gboolean
read_every (KoyomiRecurrence *self,
            const char       *value)
{
  g_autofree char *unit = NULL;

  if (g_ascii_isdigit (*value) && !read_leading_number (&value, 1, KOYOMI_RECURRENCE_MAX_INTERVAL, &self->interval))
    return FALSE;

  unit = g_strdup (value);
  if (g_str_has_suffix (unit, "s"))
    unit[strlen (unit) - 1] = '\0';

  self->frequency = find_name (unit_names, G_N_ELEMENTS (unit_names), unit);

  return self->frequency != KOYOMI_FREQUENCY_ONCE;
}

static gboolean
read_on (KoyomiRecurrence *self,
         const char       *value)
{
  g_auto(GStrv) names = g_strsplit (value, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint weekday = find_name (weekday_names, G_N_ELEMENTS (weekday_names), names[i]);

      if (weekday == 0)
        return FALSE;

      self->weekdays |= 1u << weekday;
    }

  return self->weekdays != 0;
}

static gboolean
read_fiscal (KoyomiRecurrence *self,
             const char       *value)
{
  return read_number (value, 1, 12, &self->fiscal_start_month);
}

static gboolean
read_month (KoyomiRecurrence *self,
            const char       *value)
{
  return read_number (value, 1, 3, &self->month_of_quarter);
}

static gboolean
read_months (KoyomiRecurrence *self,
             const char       *value)
{
  g_auto(GStrv) numbers = g_strsplit (value, ",", -1);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      int month;

      if (!read_number (numbers[i], 1, 12, &month))
        return FALSE;

      self->months |= 1u << month;
    }

  return self->months != 0;
}

static gboolean
read_day (KoyomiRecurrence *self,
          const char       *value)
{
  self->day_rule = KOYOMI_DAY_OF_MONTH;
  self->nth = 31;

  return strcmp (value, "last") == 0 || read_number (value, 1, 31, &self->nth);
}

static gboolean
read_weekday (KoyomiRecurrence *self,
              const char       *value)
{
  self->day_rule = KOYOMI_DAY_OF_WEEKDAYS;
  self->nth = -1;

  if (g_str_has_prefix (value, "last"))
    value += strlen ("last");
  else if (!read_leading_number (&value, 1, 5, &self->nth))
    return FALSE;

  self->weekday = find_name (weekday_names, G_N_ELEMENTS (weekday_names), value);

  return self->weekday != 0;
}

static gboolean
read_business (KoyomiRecurrence *self,
               const char       *value)
{
  gboolean from_end = *value == '-';

  self->day_rule = KOYOMI_DAY_OF_BUSINESS;
  self->nth = -1;

  if (strcmp (value, "last") == 0)
    return TRUE;

  if (!read_number (from_end ? value + 1 : value, 1, 23, &self->nth))
    return FALSE;

  if (from_end)
    self->nth = -self->nth;

  return TRUE;
}

static gboolean
read_span (KoyomiRecurrence *self,
           const char       *value)
{
  self->day_rule = KOYOMI_DAY_WHOLE_MONTH;

  return strcmp (value, "month") == 0;
}

static gboolean
read_holiday (KoyomiRecurrence *self,
              const char       *value)
{
  self->holiday = find_name (policy_names, G_N_ELEMENTS (policy_names), value);

  return self->holiday != KOYOMI_HOLIDAY_KEEP;
}

static gboolean
read_from (KoyomiRecurrence *self,
           const char       *value)
{
  self->from_completion = TRUE;

  return strcmp (value, "completion") == 0;
}

static gboolean
read_until (KoyomiRecurrence *self,
            const char       *value)
{
  self->until = koyomi_day_parse (value, NULL);

  return self->until != KOYOMI_DAY_NONE;
}

static gboolean
read_count (KoyomiRecurrence *self,
            const char       *value)
{
  return read_number (value, 1, KOYOMI_RECURRENCE_MAX_COUNT, &self->count);
}

static gboolean
read_except (KoyomiRecurrence *self,
             const char       *value)
{
  g_auto(GStrv) days = g_strsplit (value, ",", -1);

  for (guint i = 0; days[i] != NULL; i++)
    {
      guint32 day = koyomi_day_parse (days[i], NULL);

      if (day == KOYOMI_DAY_NONE || !koyomi_recurrence_add_exception (self, day, NULL))
        return FALSE;
    }

  return self->n_exceptions != 0;
}

static const struct
{
  const char *key;
  gboolean  (*read) (KoyomiRecurrence *self,
                     const char       *value);
  const char *expected;
} words[N_WORDS] = {
  [WORD_EVERY] = { "every", read_every, "day, week, month, quarter or year, or a number up to 999 and days, weeks …" },
  [WORD_ON] = { "on", read_on, "weekdays such as mon,thu" },
  [WORD_FISCAL] = { "fiscal", read_fiscal, "a month from 1 to 12" },
  [WORD_MONTH] = { "month", read_month, "a month of the quarter from 1 to 3" },
  [WORD_MONTHS] = { "months", read_months, "months such as 11,12,1" },
  [WORD_DAY] = { "day", read_day, "a day of the month from 1 to 31, or last" },
  [WORD_WEEKDAY] = { "weekday", read_weekday, "1 to 5 or last and a weekday, such as 2tue or lastfri" },
  [WORD_BUSINESS] = { "business", read_business, "a number from 1 to 23, or from -1 to -23, or last" },
  [WORD_SPAN] = { "span", read_span, "month" },
  [WORD_HOLIDAY] = { "holiday", read_holiday, "before, after or skip" },
  [WORD_FROM] = { "from", read_from, "completion" },
  [WORD_UNTIL] = { "until", read_until, "a day such as 2027-03-31" },
  [WORD_COUNT] = { "count", read_count, "a number from 1 to 9999" },
  [WORD_EXCEPT] = { "except", read_except, "at most 400 days such as 2026-07-01,2026-10-01" },
};

/* Returns: (nullable): why the words do not go together */
static const char *
find_contradiction (const KoyomiRecurrence *self,
                    guint                   seen)
{
  gboolean has_months = self->frequency >= KOYOMI_FREQUENCY_MONTH;
  guint day_words = seen & DAY_WORDS;

  if (self->frequency != KOYOMI_FREQUENCY_WEEK && (seen & BIT (WORD_ON)))
    return "on= goes with every=week only";
  if (self->frequency != KOYOMI_FREQUENCY_QUARTER && (seen & (BIT (WORD_FISCAL) | BIT (WORD_MONTH))))
    return "fiscal= and month= go with every=quarter only";
  if (self->frequency != KOYOMI_FREQUENCY_YEAR && (seen & BIT (WORD_MONTHS)))
    return "months= goes with every=year only";
  if (!has_months && day_words != 0)
    return "day=, weekday=, business= and span= go with months, quarters and years only";
  if ((day_words & (day_words - 1)) != 0)
    return "only one of day=, weekday=, business= and span= can hold";
  if ((seen & BIT (WORD_HOLIDAY)) && (seen & (BIT (WORD_BUSINESS) | BIT (WORD_SPAN))))
    return "holiday= has no meaning with business= or span=";
  if (self->frequency == KOYOMI_FREQUENCY_ONCE && (seen & (BIT (WORD_FROM) | BIT (WORD_UNTIL) | BIT (WORD_COUNT) | BIT (WORD_EXCEPT))))
    return "from=, until=, count= and except= need every=";
  if (self->from_completion && (seen & (BIT (WORD_ON) | BIT (WORD_FISCAL) | BIT (WORD_MONTH) | BIT (WORD_MONTHS))))
    return "from=completion does not go with on=, fiscal=, month= or months=";
  if ((seen & BIT (WORD_UNTIL)) && (seen & BIT (WORD_COUNT)))
    return "only one of until= and count= can hold";

  return NULL;
}

static gboolean
read_word (KoyomiRecurrence  *self,
           const char        *text,
           guint             *seen,
           GError           **error)
{
  const char *equals = strchr (text, '=');
  gsize length = equals != NULL ? (gsize) (equals - text) : strlen (text);

  for (guint id = 0; id < N_WORDS; id++)
    {
      if (strlen (words[id].key) != length || strncmp (words[id].key, text, length) != 0)
        continue;

      if (*seen & BIT (id))
        {
          g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%s=” stands twice in the rule", words[id].key);
          return FALSE;
        }

      *seen |= BIT (id);
      if (equals != NULL && words[id].read (self, equals + 1))
        return TRUE;

      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX,
                   "“%s” in the rule: behind “%s=” stands %s", text, words[id].key, words[id].expected);
      return FALSE;
    }

  g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%s” is no word of a rule", text);

  return FALSE;
}

/**
 * koyomi_recurrence_parse:
 * @self: (out caller-allocates): left alone when @text is refused
 *
 * Reads a rule; the words may stand in any order.
 *
 * Returns: FALSE with %KOYOMI_MODEL_ERROR_SYNTAX, which names the word that cannot be read or those that do not go
 *   together
 */
gboolean
koyomi_recurrence_parse (KoyomiRecurrence  *self,
                         const char        *text,
                         GError           **error)
{
  g_auto(GStrv) parts = g_strsplit (text, " ", -1);
  KoyomiRecurrence rule;
  guint seen = 0;
  const char *contradiction;

  koyomi_recurrence_init (&rule);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !read_word (&rule, parts[i], &seen, error))
      return FALSE;

  if ((seen & BIT (WORD_MONTHS)) && !(seen & BIT (WORD_EVERY)))
    rule.frequency = KOYOMI_FREQUENCY_YEAR;

  if ((contradiction = find_contradiction (&rule, seen)) != NULL)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "the rule “%s”: %s", text, contradiction);
      return FALSE;
    }

  *self = rule;

  return TRUE;
}

/* The months of a set as people list them, beginning behind the longest pause: 11, 12, 1.
 * Returns: their number */
guint
_koyomi_recurrence_list_months (guint months,
                                int   list[12])
{
  int begin = 1;
  int longest = -1;
  guint n = 0;

  for (int month = 1; month <= 12; month++)
    {
      int pause = 0;

      if (!(months & (1u << month)))
        continue;

      while (pause < 11 && !(months & (1u << ((month + 10 - pause) % 12 + 1))))
        pause++;

      if (pause > longest)
        {
          longest = pause;
          begin = month;
        }
    }

  for (int i = 0; i < 12; i++)
    if (months & (1u << ((begin - 1 + i) % 12 + 1)))
      list[n++] = (begin - 1 + i) % 12 + 1;

  return n;
}

static void
append_word (GString    *text,
             WordId      id,
             const char *format,
             ...) G_GNUC_PRINTF (3, 4);

static void
append_word (GString    *text,
             WordId      id,
             const char *format,
             ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append_c (text, ' ');

  g_string_append_printf (text, "%s=", words[id].key);
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
append_every (GString                *text,
              const KoyomiRecurrence *self)
{
  const char *unit = unit_names[self->frequency];

  if (self->interval > 1)
    append_word (text, WORD_EVERY, "%d%ss", self->interval, unit);
  else if (self->months == 0)
    append_word (text, WORD_EVERY, "%s", unit);
}

static void
append_lists (GString                *text,
              const KoyomiRecurrence *self)
{
  g_autoptr(GString) list = g_string_new (NULL);
  int months[12];
  guint n_months = _koyomi_recurrence_list_months (self->months, months);

  for (int weekday = 1; weekday <= 7; weekday++)
    if (self->weekdays & (1u << weekday))
      g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", weekday_names[weekday]);

  if (list->len > 0)
    append_word (text, WORD_ON, "%s", list->str);

  if (self->fiscal_start_month != 4)
    append_word (text, WORD_FISCAL, "%d", self->fiscal_start_month);

  if (self->month_of_quarter != 0)
    append_word (text, WORD_MONTH, "%d", self->month_of_quarter);

  g_string_truncate (list, 0);
  for (guint i = 0; i < n_months; i++)
    g_string_append_printf (list, "%s%d", i > 0 ? "," : "", months[i]);

  if (list->len > 0)
    append_word (text, WORD_MONTHS, "%s", list->str);
}

static void
append_day (GString                *text,
            const KoyomiRecurrence *self)
{
  switch (self->day_rule)
    {
    case KOYOMI_DAY_OF_MONTH:
      append_word (text, WORD_DAY, "%d", self->nth);
      break;
    case KOYOMI_DAY_OF_WEEKDAYS:
      if (self->nth < 0)
        append_word (text, WORD_WEEKDAY, "last%s", weekday_names[self->weekday]);
      else
        append_word (text, WORD_WEEKDAY, "%d%s", self->nth, weekday_names[self->weekday]);
      break;
    case KOYOMI_DAY_OF_BUSINESS:
      append_word (text, WORD_BUSINESS, "%d", self->nth);
      break;
    case KOYOMI_DAY_WHOLE_MONTH:
      append_word (text, WORD_SPAN, "month");
      break;
    case KOYOMI_DAY_OF_ANCHOR:
    default:
      break;
    }
}

static void
append_exceptions (GString                *text,
                   const KoyomiRecurrence *self)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->n_exceptions; i++)
    {
      g_autofree char *day = koyomi_day_format (self->exceptions[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? "," : "", day);
    }

  if (list->len > 0)
    append_word (text, WORD_EXCEPT, "%s", list->str);
}

/* The text of a rule, always the same for the same rule; koyomi_recurrence_parse() reads it back.
 * Returns: (transfer full) */
char *
koyomi_recurrence_format (const KoyomiRecurrence *self)
{
  GString *text = g_string_new (NULL);

  if (self->frequency != KOYOMI_FREQUENCY_ONCE)
    append_every (text, self);
  append_lists (text, self);
  append_day (text, self);

  if (self->holiday != KOYOMI_HOLIDAY_KEEP)
    append_word (text, WORD_HOLIDAY, "%s", policy_names[self->holiday]);

  if (self->from_completion)
    append_word (text, WORD_FROM, "completion");

  if (self->until != KOYOMI_DAY_NONE)
    {
      g_autofree char *until = koyomi_day_format (self->until);

      append_word (text, WORD_UNTIL, "%s", until);
    }

  if (self->count != 0)
    append_word (text, WORD_COUNT, "%d", self->count);

  append_exceptions (text, self);

  return g_string_free (text, FALSE);
}
