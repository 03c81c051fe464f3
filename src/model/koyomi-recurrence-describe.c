#include "koyomi-recurrence.h"

#include "koyomi-day.h"
#include "koyomi-recurrence-private.h"

/* A sentence is put together from phrases in the same order in both languages: how often, in which months, on which
 * day, what happens on a day off, until when. */

static const char *weekday_names[] = {
  NULL,
  N_("Monday"),
  N_("Tuesday"),
  N_("Wednesday"),
  N_("Thursday"),
  N_("Friday"),
  N_("Saturday"),
  N_("Sunday"),
};

static const char *month_names[] = {
  NULL,
  N_("January"),
  N_("February"),
  N_("March"),
  N_("April"),
  N_("May"),
  N_("June"),
  N_("July"),
  N_("August"),
  N_("September"),
  N_("October"),
  N_("November"),
  N_("December"),
};

/* Returns: (transfer full): 2nd in English; Japanese phrases have the bare number */
static char *
format_ordinal (int            n,
                KoyomiLanguage language)
{
  static const char *endings[] = { "th", "st", "nd", "rd" };
  gboolean is_teen = n % 100 >= 11 && n % 100 <= 13;

  if (language == KOYOMI_LANGUAGE_JA)
    return g_strdup_printf ("%d", n);

  return g_strdup_printf ("%d%s", n, n % 10 <= 3 && !is_teen ? endings[n % 10] : endings[0]);
}

static void
append_names (GString             *text,
              const char * const  *names,
              const int           *list,
              guint                n,
              KoyomiLanguage       language)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        /* Translators: between the members of a list of weekdays or months */
        g_string_append (text, koyomi_trc (language, "list", ", "));
      g_string_append (text, koyomi_tr (language, names[list[i]]));
    }
}

static void
append_period (GString                *text,
               const KoyomiRecurrence *self,
               KoyomiLanguage          language)
{
  int n = self->interval;

  switch (self->frequency)
    {
    case KOYOMI_FREQUENCY_DAY:
      if (n == 1)
        g_string_append (text, koyomi_tr (language, N_("Every day")));
      else
        g_string_append_printf (text, koyomi_tr (language, N_("Every %d days")), n);
      break;
    case KOYOMI_FREQUENCY_WEEK:
      if (n == 1)
        g_string_append (text, koyomi_tr (language, N_("Every week")));
      else
        g_string_append_printf (text, koyomi_tr (language, N_("Every %d weeks")), n);
      break;
    case KOYOMI_FREQUENCY_MONTH:
      if (n == 1)
        g_string_append (text, koyomi_tr (language, N_("Every month")));
      else
        g_string_append_printf (text, koyomi_tr (language, N_("Every %d months")), n);
      break;
    case KOYOMI_FREQUENCY_QUARTER:
      if (n == 1)
        g_string_append (text, koyomi_tr (language, N_("Every quarter")));
      else
        g_string_append_printf (text, koyomi_tr (language, N_("Every %d quarters")), n);
      break;
    case KOYOMI_FREQUENCY_YEAR:
      if (n == 1)
        g_string_append (text, koyomi_tr (language, N_("Every year")));
      else
        g_string_append_printf (text, koyomi_tr (language, N_("Every %d years")), n);
      break;
    case KOYOMI_FREQUENCY_ONCE:
    default:
      g_string_append (text, koyomi_tr (language, N_("Once")));
      break;
    }
}

static void
append_delay (GString                *text,
              const KoyomiRecurrence *self,
              KoyomiLanguage          language)
{
  int n = self->interval;

  switch (self->frequency)
    {
    case KOYOMI_FREQUENCY_DAY:
      g_string_append_printf (text, koyomi_ntr (language, "%d day after completion",
                                                "%d days after completion", n), n);
      break;
    case KOYOMI_FREQUENCY_WEEK:
      g_string_append_printf (text, koyomi_ntr (language, "%d week after completion",
                                                "%d weeks after completion", n), n);
      break;
    case KOYOMI_FREQUENCY_QUARTER:
      g_string_append_printf (text, koyomi_ntr (language, "%d quarter after completion",
                                                "%d quarters after completion", n), n);
      break;
    case KOYOMI_FREQUENCY_YEAR:
      g_string_append_printf (text, koyomi_ntr (language, "%d year after completion",
                                                "%d years after completion", n), n);
      break;
    case KOYOMI_FREQUENCY_ONCE:
    case KOYOMI_FREQUENCY_MONTH:
    default:
      g_string_append_printf (text, koyomi_ntr (language, "%d month after completion",
                                                "%d months after completion", n), n);
      break;
    }
}

static void
append_weekdays (GString                *text,
                 const KoyomiRecurrence *self,
                 guint32                 anchor,
                 KoyomiLanguage          language)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint weekdays = self->weekdays;
  int list[7];
  guint n = 0;

  if (weekdays == 0 && anchor != KOYOMI_DAY_NONE)
    weekdays = 1u << koyomi_day_get_weekday (anchor);

  for (int weekday = 1; weekday <= 7; weekday++)
    if (weekdays & (1u << weekday))
      list[n++] = weekday;

  if (n == 0)
    return;

  append_names (names, weekday_names, list, n, language);
  g_string_append_c (text, ' ');
  /* Translators: %s is a weekday or several */
  g_string_append_printf (text, koyomi_tr (language, N_("on %s")), names->str);
}

/* Returns: (transfer full) (nullable): in which month of the quarter or months of the year */
static char *
format_months (const KoyomiRecurrence *self,
               guint32                 anchor,
               KoyomiLanguage          language)
{
  int month = 0;

  if (anchor != KOYOMI_DAY_NONE)
    koyomi_day_get (anchor, NULL, &month, NULL);

  if (self->frequency == KOYOMI_FREQUENCY_QUARTER)
    {
      int nth = self->month_of_quarter;
      g_autofree char *ordinal = NULL;

      if (nth == 0 && month != 0)
        nth = (month + 12 - self->fiscal_start_month) % 3 + 1;

      if (nth == 0)
        return NULL;

      ordinal = format_ordinal (nth, language);
      /* Translators: the month of a quarter; %s is 1st, 2nd or 3rd in English, a bare number in Japanese */
      return g_strdup_printf (koyomi_tr (language, N_("in the %s month")), ordinal);
    }

  if (self->frequency == KOYOMI_FREQUENCY_YEAR)
    {
      g_autoptr(GString) names = g_string_new (NULL);
      guint months = self->months != 0 || month == 0 ? self->months : 1u << month;
      int list[12];
      guint n = _koyomi_recurrence_list_months (months, list);

      if (n == 0)
        return NULL;

      append_names (names, month_names, list, n, language);
      /* Translators: %s is a month or several */
      return g_strdup_printf (koyomi_tr (language, N_("in %s")), names->str);
    }

  return NULL;
}

static char *
format_day_of_month (int            day,
                     KoyomiLanguage language)
{
  g_autofree char *ordinal = format_ordinal (day, language);

  if (day == 31)
    return g_strdup (koyomi_tr (language, N_("on the last day")));

  /* Translators: the day of a month; %s is 15th in English, a bare number in Japanese */
  return g_strdup_printf (koyomi_tr (language, N_("on the %s")), ordinal);
}

static char *
format_business_day (int            nth,
                     KoyomiLanguage language)
{
  g_autofree char *ordinal = format_ordinal (ABS (nth), language);

  if (nth == -1)
    return g_strdup (koyomi_tr (language, N_("on the last business day")));

  if (nth < 0)
    /* Translators: %s is 2nd in English, a bare number in Japanese */
    return g_strdup_printf (koyomi_tr (language, N_("on the %s business day from the end")), ordinal);

  /* Translators: %s is 2nd in English, a bare number in Japanese */
  return g_strdup_printf (koyomi_tr (language, N_("on the %s business day")), ordinal);
}

static char *
format_nth_weekday (int            nth,
                    int            weekday,
                    KoyomiLanguage language)
{
  g_autofree char *ordinal = format_ordinal (ABS (nth), language);
  const char *name = koyomi_tr (language, weekday_names[weekday]);

  if (nth < 0)
    /* Translators: %s is a weekday */
    return g_strdup_printf (koyomi_tr (language, N_("on the last %s")), name);

  /* Translators: 2nd (in Japanese a bare number) and Tuesday */
  return g_strdup_printf (koyomi_tr (language, N_("on the %s %s")), ordinal, name);
}

/* Returns: (transfer full) (nullable): on which day of the month */
static char *
format_day (const KoyomiRecurrence *self,
            guint32                 anchor,
            KoyomiLanguage          language)
{
  int day;

  switch (self->day_rule)
    {
    case KOYOMI_DAY_OF_MONTH:
      return format_day_of_month (self->nth, language);
    case KOYOMI_DAY_OF_WEEKDAYS:
      return format_nth_weekday (self->nth, self->weekday, language);
    case KOYOMI_DAY_OF_BUSINESS:
      return format_business_day (self->nth, language);
    case KOYOMI_DAY_WHOLE_MONTH:
      return g_strdup (koyomi_tr (language, N_("from the first to the last day")));
    case KOYOMI_DAY_OF_ANCHOR:
    default:
      if (anchor == KOYOMI_DAY_NONE || self->from_completion)
        return NULL;
      koyomi_day_get (anchor, NULL, NULL, &day);
      return format_day_of_month (day, language);
    }
}

/* 20 October and the last day of April are one word in Japanese, unlike the first of several months. */
static gboolean
is_date (const KoyomiRecurrence *self)
{
  return self->frequency == KOYOMI_FREQUENCY_YEAR && (self->months & (self->months - 1)) == 0 &&
         (self->day_rule == KOYOMI_DAY_OF_ANCHOR || self->day_rule == KOYOMI_DAY_OF_MONTH);
}

static void
append_month_and_day (GString                *text,
                      const KoyomiRecurrence *self,
                      guint32                 anchor,
                      KoyomiLanguage          language)
{
  g_autofree char *months = self->from_completion ? NULL : format_months (self, anchor, language);
  g_autofree char *day = format_day (self, anchor, language);

  if (months != NULL)
    g_string_append_printf (text, " %s", months);

  if (day == NULL)
    return;

  if (months != NULL && is_date (self))
    {
      /* Translators: behind a month; %s is the day of the month, such as “on the 15th” */
      g_string_append_printf (text, koyomi_trc (language, "day of one month", " %s"), day);
      return;
    }

  if (self->from_completion)
    /* Translators: between “6 months after completion” and “on the last day” */
    g_string_append (text, koyomi_trc (language, "completion and day", " "));
  else if (months != NULL)
    /* Translators: between “in April, October” and “on the 15th” */
    g_string_append (text, koyomi_trc (language, "month and day", " "));
  else
    g_string_append_c (text, ' ');

  g_string_append (text, day);
}

static void
append_policy (GString                *text,
               const KoyomiRecurrence *self,
               KoyomiLanguage          language)
{
  switch (self->holiday)
    {
    case KOYOMI_HOLIDAY_BEFORE:
      g_string_append (text, koyomi_tr (language, N_(" (if a day off, the business day before)")));
      break;
    case KOYOMI_HOLIDAY_AFTER:
      g_string_append (text, koyomi_tr (language, N_(" (if a day off, the next business day)")));
      break;
    case KOYOMI_HOLIDAY_SKIP:
      g_string_append (text, koyomi_tr (language, N_(" (if a day off, not at all)")));
      break;
    case KOYOMI_HOLIDAY_KEEP:
    default:
      break;
    }
}

static void
append_end (GString                *text,
            const KoyomiRecurrence *self,
            KoyomiLanguage          language)
{
  if (self->until != KOYOMI_DAY_NONE)
    {
      g_autofree char *until = koyomi_day_format (self->until);

      /* Translators: %s is a day such as 2027-03-31 */
      g_string_append_printf (text, koyomi_tr (language, N_(", until %s")), until);
    }

  if (self->count != 0)
    g_string_append_printf (text, koyomi_ntr (language, ", %d time", ", %d times", self->count), self->count);
}

/* A few exceptions are named, many are counted. */
static void
append_exceptions (GString                *text,
                   const KoyomiRecurrence *self,
                   KoyomiLanguage          language)
{
  const guint max_named = 3;
  g_autoptr(GString) days = g_string_new (NULL);

  for (guint i = 0; i < self->n_exceptions; i++)
    {
      g_autofree char *day = koyomi_day_format (self->exceptions[i]);

      if (i > 0)
        g_string_append (days, koyomi_trc (language, "list", ", "));
      g_string_append (days, day);
    }

  if (self->n_exceptions > max_named)
    g_string_append_printf (text, koyomi_ntr (language, ", with %u exception", ", with %u exceptions", self->n_exceptions),
                            self->n_exceptions);
  else if (self->n_exceptions > 0)
    /* Translators: %s is a day such as 2026-07-01 or up to three */
    g_string_append_printf (text, koyomi_tr (language, N_(", not on %s")), days->str);
}

/**
 * koyomi_recurrence_describe:
 * @anchor: the day whose weekday, day and month stand for what the rule leaves open; or %KOYOMI_DAY_NONE, which leaves it unsaid
 *
 * Returns: (transfer full): such as “Every month on the 2nd Tuesday (if a day off, the next business day)”
 */
char *
koyomi_recurrence_describe (const KoyomiRecurrence *self,
                            guint32                 anchor,
                            KoyomiLanguage          language)
{
  GString *text = g_string_new (NULL);

  if (self->from_completion)
    append_delay (text, self, language);
  else
    append_period (text, self, language);

  if (self->frequency == KOYOMI_FREQUENCY_WEEK && !self->from_completion)
    append_weekdays (text, self, anchor, language);
  else if (self->frequency >= KOYOMI_FREQUENCY_MONTH)
    append_month_and_day (text, self, anchor, language);

  append_policy (text, self, language);
  append_end (text, self, language);
  append_exceptions (text, self, language);

  return g_string_free (text, FALSE);
}
