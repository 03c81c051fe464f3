#include "koyomi-clock.h"

#include "koyomi-day.h"
#include "koyomi-model-error.h"

#include <math.h>
#include <string.h>

#define HOUR (G_GINT64_CONSTANT (3600000))
#define NOON 12

/* Longer than this no law counts, and no day of the program is so far away. */
#define MAX_AMOUNT 10000.0

typedef struct
{
  const char *nick;
  const char *label;
} Word;

static const Word starts[KOYOMI_N_CLOCK_STARTS] = {
  [KOYOMI_CLOCK_START_AWARE] = { "aware", N_("awareness") },
  [KOYOMI_CLOCK_START_DETECTED] = { "detected", N_("detection") },
  [KOYOMI_CLOCK_START_CLASSIFIED] = { "classified", N_("classification") },
  [KOYOMI_CLOCK_START_MATERIAL] = { "material", N_("the judgement that it is reportable") },
  [KOYOMI_CLOCK_START_PREVIOUS_STAGE] = { "previous_stage", N_("the submission of the stage before") },
  [KOYOMI_CLOCK_START_FIRST_REPORT] = { "first_report", N_("the first report") },
};

static const Word units[KOYOMI_N_CLOCK_UNITS] = {
  [KOYOMI_CLOCK_UNIT_HOURS] = { "hours", N_("Hours") },
  [KOYOMI_CLOCK_UNIT_CALENDAR_DAYS] = { "calendar_days", N_("Calendar days, from the next day") },
  [KOYOMI_CLOCK_UNIT_CALENDAR_DAYS_INCL] = { "calendar_days_incl", N_("Calendar days, the first day counted") },
  [KOYOMI_CLOCK_UNIT_BUSINESS_DAYS] = { "business_days", N_("Business days") },
  [KOYOMI_CLOCK_UNIT_MONTHS] = { "months", N_("Months") },
  [KOYOMI_CLOCK_UNIT_PROMPTLY] = { "promptly", N_("Promptly") },
  [KOYOMI_CLOCK_UNIT_IMMEDIATELY] = { "immediately", N_("Immediately") },
  [KOYOMI_CLOCK_UNIT_WITHOUT_UNDUE_DELAY] = { "without_undue_delay", N_("Without undue delay") },
  [KOYOMI_CLOCK_UNIT_MINISTERIAL_ORDER] = { "ministerial_order", N_("As a ministerial order says") },
};

static const Word rolls[KOYOMI_N_CLOCK_ROLLS] = {
  [KOYOMI_CLOCK_ROLL_NONE] = { "none", N_("Stays on a closed day") },
  [KOYOMI_CLOCK_ROLL_NEXT_OPEN_DAY] = { "next_open_day", N_("Moves from a closed day to the next open day") },
  [KOYOMI_CLOCK_ROLL_NOON] = { "dora_noon", N_("Moves from a closed day to noon of the next open day") },
};

static int
find_word (const Word *words,
           guint       n_words,
           const char *nick)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].nick, nick) == 0)
      return i;

  return -1;
}

const char *
koyomi_clock_start_get_nick (KoyomiClockStart self)
{
  g_return_val_if_fail (self < KOYOMI_N_CLOCK_STARTS, NULL);

  return starts[self].nick;
}

gboolean
koyomi_clock_start_from_nick (const char       *nick,
                              KoyomiClockStart *self)
{
  int found = find_word (starts, KOYOMI_N_CLOCK_STARTS, nick);

  if (found >= 0)
    *self = found;

  return found >= 0;
}

/* As it stands in a sentence: “72 hours from awareness”. */
const char *
koyomi_clock_start_get_label (KoyomiClockStart self,
                              KoyomiLanguage   language)
{
  g_return_val_if_fail (self < KOYOMI_N_CLOCK_STARTS, NULL);

  return koyomi_tr (language, starts[self].label);
}

const char *
koyomi_clock_unit_get_nick (KoyomiClockUnit self)
{
  g_return_val_if_fail (self < KOYOMI_N_CLOCK_UNITS, NULL);

  return units[self].nick;
}

gboolean
koyomi_clock_unit_from_nick (const char      *nick,
                             KoyomiClockUnit *self)
{
  int found = find_word (units, KOYOMI_N_CLOCK_UNITS, nick);

  if (found >= 0)
    *self = found;

  return found >= 0;
}

const char *
koyomi_clock_unit_get_label (KoyomiClockUnit self,
                             KoyomiLanguage  language)
{
  g_return_val_if_fail (self < KOYOMI_N_CLOCK_UNITS, NULL);

  return koyomi_tr (language, units[self].label);
}

gboolean
koyomi_clock_unit_has_amount (KoyomiClockUnit self)
{
  return self < KOYOMI_CLOCK_UNIT_PROMPTLY;
}

/* Only hours are counted in parts. */
gboolean
koyomi_clock_unit_is_whole (KoyomiClockUnit self)
{
  return koyomi_clock_unit_has_amount (self) && self != KOYOMI_CLOCK_UNIT_HOURS;
}

const char *
koyomi_clock_roll_get_nick (KoyomiClockRoll self)
{
  g_return_val_if_fail (self < KOYOMI_N_CLOCK_ROLLS, NULL);

  return rolls[self].nick;
}

gboolean
koyomi_clock_roll_from_nick (const char      *nick,
                             KoyomiClockRoll *self)
{
  int found = find_word (rolls, KOYOMI_N_CLOCK_ROLLS, nick);

  if (found >= 0)
    *self = found;

  return found >= 0;
}

const char *
koyomi_clock_roll_get_label (KoyomiClockRoll self,
                             KoyomiLanguage  language)
{
  g_return_val_if_fail (self < KOYOMI_N_CLOCK_ROLLS, NULL);

  return koyomi_tr (language, rolls[self].label);
}

static double
read_amount (KoyomiRecord *record,
             int           field)
{
  return koyomi_record_is_none (record, field) ? 0 : koyomi_record_get_real (record, field);
}

static gboolean
check_amount (double            amount,
              KoyomiClockUnit   unit,
              GError          **error)
{
  if (amount >= 0 && amount <= MAX_AMOUNT && (!koyomi_clock_unit_is_whole (unit) || floor (amount) == amount))
    return TRUE;

  g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE, "a limit of %g %s cannot be counted", amount, units[unit].nick);

  return FALSE;
}

static gboolean
read_words (KoyomiClock   *self,
            KoyomiRecord  *record,
            GError       **error)
{
  if (koyomi_clock_start_from_nick (koyomi_record_get_text (record, KOYOMI_CLOCK_CLOCK_START), &self->start) &&
      koyomi_clock_unit_from_nick (koyomi_record_get_text (record, KOYOMI_CLOCK_UNIT), &self->unit) &&
      koyomi_clock_roll_from_nick (koyomi_record_get_text (record, KOYOMI_CLOCK_ROLL_RULE), &self->roll))
    return TRUE;

  g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "the clock “%s” starts, counts or rolls in an unknown way",
               koyomi_record_get_text (record, KOYOMI_CLOCK_CODE));

  return FALSE;
}

static gboolean
read_zone (KoyomiClock   *self,
           KoyomiRecord  *record,
           GError       **error)
{
  const char *zone = koyomi_record_get_text (record, KOYOMI_CLOCK_TIME_ZONE);

  if (*zone == '\0' || (self->zone = g_time_zone_new_identifier (zone)) != NULL)
    return TRUE;

  g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "there is no time zone “%s”", zone);

  return FALSE;
}

/* Reads how a row of reporting_clock is counted; what the row leaves open was taken from the reference before, by
 * koyomi_clock_table_complete(). */
gboolean
koyomi_clock_read (KoyomiClock   *self,
                   KoyomiRecord  *record,
                   GError       **error)
{
  memset (self, 0, sizeof *self);

  if (!read_words (self, record, error))
    return FALSE;

  self->open_days = koyomi_open_days_of (koyomi_record_get_text (record, KOYOMI_CLOCK_JURISDICTION));
  self->amount = read_amount (record, KOYOMI_CLOCK_AMOUNT);
  self->warn_amount = read_amount (record, KOYOMI_CLOCK_WARN_AMOUNT);

  return check_amount (self->amount, self->unit, error) && check_amount (self->warn_amount, self->unit, error) &&
         read_zone (self, record, error);
}

void
koyomi_clock_clear (KoyomiClock *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

/* Whether a due time comes of it at all: “promptly” has none, nor has what a user has still to enter. */
gboolean
koyomi_clock_is_fixed (const KoyomiClock *self)
{
  return koyomi_clock_unit_has_amount (self->unit) && self->amount > 0;
}

static guint32
get_day (gint64     time,
         GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  if (local == NULL)
    return KOYOMI_DAY_NONE;

  return koyomi_day_new (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

/* The hour of the day by the clock on the wall; one that summer time skips comes an hour later. */
static gint64
get_hour (guint32    day,
          int        hour,
          GTimeZone *zone)
{
  g_autoptr(GDateTime) local = NULL;
  int year, month, day_of_month;

  if (day == KOYOMI_DAY_NONE || day > KOYOMI_DAY_LAST)
    return 0;

  koyomi_day_get (day, &year, &month, &day_of_month);
  local = g_date_time_new (zone, year, month, day_of_month, hour, 0, 0);

  return local != NULL ? g_date_time_to_unix (local) * 1000 : 0;
}

/* The last millisecond of the day; 0 for no day. */
static gint64
get_end (guint32    day,
         GTimeZone *zone)
{
  gint64 next = day != KOYOMI_DAY_NONE && day < KOYOMI_DAY_LAST ? get_hour (day + 1, 0, zone) : 0;

  return next > 0 ? next - 1 : 0;
}

/* The day on which so many days or months end. */
static guint32
count_days (const KoyomiClock  *self,
            double              amount,
            guint32             first_day,
            KoyomiWorkCalendar *company)
{
  guint32 n = amount;

  switch (self->unit)
    {
    case KOYOMI_CLOCK_UNIT_CALENDAR_DAYS:
      return first_day + n;

    case KOYOMI_CLOCK_UNIT_CALENDAR_DAYS_INCL:
      return first_day + n - 1;

    case KOYOMI_CLOCK_UNIT_BUSINESS_DAYS:
      return koyomi_open_days_add (self->open_days, company, first_day, n);

    case KOYOMI_CLOCK_UNIT_MONTHS:
      return koyomi_day_add_months (first_day, n);

    default:
      return KOYOMI_DAY_NONE;
    }
}

static gint64
roll (const KoyomiClock  *self,
      gint64              due,
      KoyomiWorkCalendar *company,
      GTimeZone          *zone)
{
  guint32 day = get_day (due, zone);
  guint32 open;

  if (due == 0 || self->roll == KOYOMI_CLOCK_ROLL_NONE || koyomi_open_days_contain (self->open_days, company, day))
    return due;

  open = koyomi_open_days_get_next (self->open_days, company, day);

  return self->roll == KOYOMI_CLOCK_ROLL_NOON ? get_hour (open, NOON, zone) : get_end (open, zone);
}

/**
 * koyomi_clock_get_due:
 * @started_at: (ms UTC) the time from which it is counted; 0 when it is not known yet
 * @company: the plan's work calendar
 * @zone: where the plan is, for a clock that does not say where it is counted
 *
 * Hours run on whatever the clock on the wall does; days and months end with their last millisecond, where the clock is counted. A
 * month that has no such day ends with its last.
 *
 * Returns: (ms UTC) the last moment that is in time; 0 when nothing fixed comes of it
 */
gint64
koyomi_clock_get_due (const KoyomiClock  *self,
                      gint64              started_at,
                      KoyomiWorkCalendar *company,
                      GTimeZone          *zone)
{
  GTimeZone *here = self->zone != NULL ? self->zone : zone;
  guint32 first_day;
  gint64 due;

  if (!koyomi_clock_is_fixed (self) || started_at == 0 || (first_day = get_day (started_at, here)) == KOYOMI_DAY_NONE)
    return 0;

  if (self->unit == KOYOMI_CLOCK_UNIT_HOURS)
    due = started_at + (gint64) round (self->amount * HOUR);
  else
    due = get_end (count_days (self, self->amount, first_day, company), here);

  return roll (self, due, company, here);
}

/* From when on it is time to warn: where the clock says nothing, in the last quarter of its time. A day of warning begins with it. */
gint64
koyomi_clock_get_warning (const KoyomiClock  *self,
                          gint64              started_at,
                          KoyomiWorkCalendar *company,
                          GTimeZone          *zone)
{
  GTimeZone *here = self->zone != NULL ? self->zone : zone;
  gint64 due = koyomi_clock_get_due (self, started_at, company, zone);

  if (due == 0)
    return 0;

  if (self->warn_amount <= 0)
    return due - (due - started_at) / 4;

  if (self->unit == KOYOMI_CLOCK_UNIT_HOURS)
    return MIN (due, started_at + (gint64) round (self->warn_amount * HOUR));

  return MIN (due, MAX (started_at, get_hour (count_days (self, self->warn_amount, get_day (started_at, here), company), 0, here)));
}

static char *
describe_amount (const KoyomiClock *self,
                 KoyomiLanguage     language)
{
  guint n = self->amount;

  switch (self->unit)
    {
    case KOYOMI_CLOCK_UNIT_HOURS:
      if (floor (self->amount) != self->amount)
        return g_strdup_printf (koyomi_tr (language, N_("%g hours")), self->amount);
      return g_strdup_printf (koyomi_ntr (language, "%u hour", "%u hours", n), n);

    case KOYOMI_CLOCK_UNIT_BUSINESS_DAYS:
      return g_strdup_printf (koyomi_ntr (language, "%u business day", "%u business days", n), n);

    case KOYOMI_CLOCK_UNIT_MONTHS:
      return g_strdup_printf (koyomi_ntr (language, "%u month", "%u months", n), n);

    case KOYOMI_CLOCK_UNIT_CALENDAR_DAYS_INCL:
      return g_strdup_printf (koyomi_ntr (language, "%u day with the first", "%u days with the first", n), n);

    default:
      return g_strdup_printf (koyomi_ntr (language, "%u day", "%u days", n), n);
    }
}

/* “72 hours from awareness”, “Promptly”. */
char *
koyomi_clock_describe (const KoyomiClock *self,
                       KoyomiLanguage     language)
{
  g_autofree char *amount = NULL;

  if (!koyomi_clock_unit_has_amount (self->unit))
    return g_strdup (koyomi_clock_unit_get_label (self->unit, language));

  if (self->amount <= 0)
    return g_strdup (koyomi_tr (language, N_("No limit entered")));

  amount = describe_amount (self, language);

  /* Translators: “72 hours” from “awareness” */
  return g_strdup_printf (koyomi_tr (language, N_("%1$s from %2$s")), amount, koyomi_clock_start_get_label (self->start, language));
}
