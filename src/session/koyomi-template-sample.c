#include "koyomi-template-loader.h"

#include "koyomi-day.h"
#include "koyomi-finding.h"
#include "koyomi-occurrence.h"
#include "koyomi-recurrence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The sample company. Its days are told relative to today or to the fiscal year, so that the plan stands in the middle of its year
 * whenever it is made; data/sample holds one table for each of the plan's, read by the dictionary. */

/* Decisions speak of meetings of the year before when the year is young. */
#define MEETING_MONTHS_BEFORE 6

static int
get_month (guint32 day)
{
  int month;

  koyomi_day_get (day, NULL, &month, NULL);

  return month;
}

/* The first day of that month within the fiscal year. */
static guint32
find_month (KoyomiLoader *self,
            int           month)
{
  return koyomi_fiscal_year_get_month_first (self->year, (month - self->year.start_month + 12) % 12);
}

/* The first day of the quarter so many before or after that of today. */
static guint32
find_quarter (KoyomiLoader *self,
              int           offset)
{
  int quarter = koyomi_fiscal_year_get_quarter (self->year, self->today);

  return koyomi_day_add_months (koyomi_fiscal_year_get_month_first (self->year, (quarter - 1) * 3), 3 * offset);
}

/* 2026-07-15, T-12 (days from today), Y+30 (days from the year's first), M07-15 (in the fiscal year), M07, T-3m (months from today's), Q-1
 * (quarters from today's), Q0-1 (a day before it). */
static guint32
read_day (KoyomiLoader *self,
          const char   *cell)
{
  int a, b;
  char unit = '\0';

  if (sscanf (cell, "T%d%c", &a, &unit) == 2 && unit == 'm')
    return koyomi_day_add_months (koyomi_day_get_month_first (self->today), a);
  if (sscanf (cell, "T%d", &a) == 1)
    return self->today + a;
  if (sscanf (cell, "Q%d%d", &a, &b) == 2)
    return find_quarter (self, a) + b;
  if (sscanf (cell, "Q%d", &a) == 1)
    return find_quarter (self, a);
  if (sscanf (cell, "Y%d", &a) == 1)
    return koyomi_fiscal_year_get_first_day (self->year) + a;
  if (sscanf (cell, "M%d-%d", &a, &b) == 2)
    return find_month (self, a) + b - 1;
  if (sscanf (cell, "M%d", &a) == 1)
    return find_month (self, a);

  return koyomi_day_parse (cell, NULL);
}

/* "T-45 09:12", "M10-06 09:12": a day, and the time in Japan. */
static gint64
read_time (KoyomiLoader *self,
           const char   *cell)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (9 * 3600);
  g_autoptr(GDateTime) moment = NULL;
  int hour, minute, year, month, day;

  if (sscanf (cell, "%*s %d:%d", &hour, &minute) != 2)
    g_error ("the sample has the time “%s”", cell);

  koyomi_day_get (read_day (self, cell), &year, &month, &day);
  moment = g_date_time_new (zone, year, month, day, hour, minute, 0);

  return g_date_time_to_unix (moment) * 1000;
}

/* The first day of a month: T-2 (months from today's), M10 (in the fiscal year), P10 (in the one before). */
static guint32
read_month (KoyomiLoader *self,
            const char   *cell)
{
  switch (*cell)
    {
    case 'T':
      return koyomi_day_add_months (koyomi_day_get_month_first (self->today), atoi (cell + 1));
    case 'M':
      return find_month (self, atoi (cell + 1));
    case 'P':
      return koyomi_day_add_months (find_month (self, atoi (cell + 1)), -12);
    default:
      g_error ("the sample has the month “%s”", cell);
    }
}

/* "RMC@T-2": the committee's meeting in the month two before today's, "id-review@M10": the run of October. At the end of the year a coming month is
 * its last.
 *
 * Returns: under which the row can be found, if it is there at all */
static char *
name_row (KoyomiLoader *self,
          const char   *cell)
{
  g_auto(GStrv) parts = g_strsplit (cell, "@", 2);
  guint32 last = koyomi_day_get_month_first (koyomi_fiscal_year_get_last_day (self->year));

  return g_strdup_printf ("%s@%u", parts[0], MIN (read_month (self, parts[1]), last));
}

/* Whether a row speaks of what is not there, or not yet: a run that is not done, a meeting before the first of the plan, what a coming meeting
 * decides. With another day for today it is. */
static gboolean
is_untold (KoyomiLoader          *self,
           KoyomiTableId          id,
           const KoyomiReference *table,
           guint                  row)
{
  const KoyomiTable *description = koyomi_dictionary_get_table (id);

  for (guint i = 1; i < description->n_fields; i++)
    {
      const KoyomiField *field = &description->fields[i];
      g_autofree char *key = NULL;

      if ((field->target != KOYOMI_TABLE_MEETING && field->target != KOYOMI_TABLE_OCCURRENCE) || !koyomi_reference_has_column (table, field->name) ||
          *koyomi_reference_get_text (table, row, field->name) == '\0')
        continue;

      key = name_row (self, koyomi_reference_get_text (table, row, field->name));
      if (!_koyomi_loader_has (self, field->target, key) || (id != KOYOMI_TABLE_AGENDA_ITEM && g_hash_table_contains (self->coming, key)))
        return TRUE;
    }

  return FALSE;
}

/* What a meeting says of an item is not known before it. */
static gboolean
is_unsaid (KoyomiLoader          *self,
           int                    field,
           const KoyomiReference *table,
           guint                  row)
{
  g_autofree char *key = NULL;

  if (field != KOYOMI_AGENDA_ITEM_MINUTES)
    return FALSE;

  key = name_row (self, koyomi_reference_get_text (table, row, "meeting_id"));

  return g_hash_table_contains (self->coming, key);
}

static void
set_reference (KoyomiLoader      *self,
               KoyomiRecord      *record,
               const KoyomiField *field,
               int                constant,
               const char        *cell)
{
  g_autofree char *key = NULL;

  if (field->target == KOYOMI_TABLE_MEETING || field->target == KOYOMI_TABLE_OCCURRENCE)
    key = name_row (self, cell);
  else if (field->target == KOYOMI_TABLE_DECISION && !_koyomi_loader_has (self, field->target, cell))
    return;

  koyomi_record_set_int (record, constant, _koyomi_loader_find (self, field->target, key != NULL ? key : cell));
}

/* The quarter before today's, as it stands in numbers of documents. */
static char *
name_last_quarter (KoyomiLoader *self)
{
  guint32 day = find_quarter (self, -1);
  KoyomiFiscalYear year = koyomi_fiscal_year_of_day (day, self->year.start_month);

  return g_strdup_printf ("%dQ%d", year.year, koyomi_fiscal_year_get_quarter (year, day));
}

static void
set_text (KoyomiLoader      *self,
          KoyomiRecord      *record,
          int                field,
          const char        *cell)
{
  /* Incidents are numbered within the year. */
  if (field == KOYOMI_INCIDENT_NUMBER && *cell == '#')
    koyomi_record_take_text (record, field, g_strdup_printf ("%d-%03d", self->year.year, atoi (cell + 1)));
  else if (koyomi_record_get_table_id (record) == KOYOMI_TABLE_REPORT_ISSUE && strchr (cell, '#') != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (cell, "#", 2);
      g_autofree char *quarter = name_last_quarter (self);

      koyomi_record_take_text (record, field, g_strjoinv (quarter, parts));
    }
  else
    koyomi_record_set_text (record, field, cell);
}

static void
set_field (KoyomiLoader      *self,
           KoyomiRecord      *record,
           const KoyomiField *field,
           int                constant,
           const char        *cell)
{
  switch (field->type)
    {
    case KOYOMI_FIELD_REF:
      set_reference (self, record, field, constant, cell);
      break;
    case KOYOMI_FIELD_REAL:
      koyomi_record_set_real (record, constant, g_ascii_strtod (cell, NULL));
      break;
    case KOYOMI_FIELD_ENUM:
      koyomi_record_set_int (record, constant, koyomi_field_find_word (field, cell));
      break;
    case KOYOMI_FIELD_DAY:
      koyomi_record_set_int (record, constant, read_day (self, cell));
      break;
    case KOYOMI_FIELD_TIME:
      koyomi_record_set_int (record, constant, read_time (self, cell));
      break;
    case KOYOMI_FIELD_TEXT:
      set_text (self, record, constant, cell);
      break;
    case KOYOMI_FIELD_ID:
    case KOYOMI_FIELD_INT:
    case KOYOMI_FIELD_BOOL:
    default:
      koyomi_record_set_int (record, constant, g_ascii_strtoll (cell, NULL, 10));
      break;
    }
}

/* What runs over the turn of the year ends in the next one: with a year from January that is not the fiscal year's own January. */
static void
mend_period (KoyomiRecord *record)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  int first = koyomi_table_find_field (table, "first_day");
  int last = koyomi_table_find_field (table, "last_day");
  int base = koyomi_record_get_table_id (record) << 8;

  if (first >= 0 && last >= 0 && !koyomi_record_is_none (record, base | last) &&
      koyomi_record_get_day (record, base | last) < koyomi_record_get_day (record, base | first))
    koyomi_record_set_int (record, base | last, koyomi_day_add_months (koyomi_record_get_day (record, base | last), 12));
}

/* Findings are numbered within the year in which they were found. */
static void
number_finding (KoyomiLoader          *self,
                KoyomiRecord          *finding,
                const KoyomiReference *table,
                guint                  row)
{
  KoyomiFiscalYear year = koyomi_fiscal_year_of_day (koyomi_record_get_day (finding, KOYOMI_FINDING_FOUND_DAY), self->year.start_month);
  guint number = 1;

  for (guint i = 0; i < row; i++)
    number += koyomi_fiscal_year_of_day (read_day (self, koyomi_reference_get_text (table, i, "found_day")), self->year.start_month).year ==
              year.year;
  koyomi_record_take_text (finding, KOYOMI_FINDING_NUMBER, koyomi_finding_number_format (year, number));
}

static KoyomiRecord *
read_row (KoyomiLoader          *self,
          KoyomiTableId          id,
          const KoyomiReference *table,
          guint                  row)
{
  const KoyomiTable *description = koyomi_dictionary_get_table (id);
  KoyomiRecord *record = koyomi_record_new (id);
  int position = koyomi_table_find_field (description, "position");

  if (position >= 0)
    koyomi_record_set_int (record, id << 8 | position, row + 1);

  for (guint i = 1; i < description->n_fields; i++)
    {
      const KoyomiField *field = &description->fields[i];
      g_autofree char *japanese = g_strconcat (field->name, "_ja", NULL);

      if (is_unsaid (self, id << 8 | i, table, row))
        continue;
      if (koyomi_reference_has_column (table, japanese))
        _koyomi_loader_set_cell (self, record, id << 8 | i, table, row, field->name);
      else if (koyomi_reference_has_column (table, field->name) && *koyomi_reference_get_text (table, row, field->name) != '\0')
        set_field (self, record, field, id << 8 | i, koyomi_reference_get_text (table, row, field->name));
    }
  mend_period (record);
  if (id == KOYOMI_TABLE_FINDING)
    number_finding (self, record, table, row);

  return record;
}

static gboolean
load_table (KoyomiLoader   *self,
            KoyomiTableId   id,
            GError        **error)
{
  g_autofree char *name = g_strconcat ("sample/", koyomi_dictionary_get_table (id)->name, NULL);
  const KoyomiReference *table = koyomi_reference_get (name);

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) record = NULL;

      if (is_untold (self, id, table, i))
        continue;

      record = read_row (self, id, table, i);
      if (!_koyomi_loader_insert (self, record, koyomi_reference_get_text (table, i, "key"), error))
        return FALSE;
    }

  return TRUE;
}

/* Who comes to the meetings of a committee, and what the minutes of some say. */
static void
write_meeting (KoyomiLoader *self,
               KoyomiRecord *meeting,
               const char   *committee,
               guint32       month,
               gboolean      is_held)
{
  const KoyomiReference *table = koyomi_reference_get ("sample/meeting");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      const char *its_month = koyomi_reference_get_text (table, i, "month");

      if (strcmp (koyomi_reference_get_text (table, i, "key"), committee) != 0)
        continue;

      if (*its_month == '\0')
        {
          _koyomi_loader_set_cell (self, meeting, KOYOMI_MEETING_CHAIR, table, i, "chair");
          _koyomi_loader_set_cell (self, meeting, KOYOMI_MEETING_ATTENDEES, table, i, "attendees");
        }
      else if (read_month (self, its_month) == month)
        {
          _koyomi_loader_set_cell (self, meeting, KOYOMI_MEETING_AGENDA, table, i, "agenda");
          if (is_held)
            _koyomi_loader_set_cell (self, meeting, KOYOMI_MEETING_MINUTES, table, i, "minutes");
        }
    }
}

static gboolean
insert_meeting (KoyomiLoader      *self,
                const char        *committee,
                const KoyomiSlot  *slot,
                GError           **error)
{
  g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);
  guint32 month = koyomi_day_get_month_first (slot->slot_day);
  g_autofree char *key = g_strdup_printf ("%s@%u", committee, month);
  gboolean is_held = slot->day < self->today;

  koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, _koyomi_loader_find (self, KOYOMI_TABLE_COMMITTEE, committee));
  koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, slot->day);
  koyomi_record_set_int (meeting, KOYOMI_MEETING_START_MINUTE, 10 * 60);
  koyomi_record_set_int (meeting, KOYOMI_MEETING_STATUS, is_held ? KOYOMI_MEETING_STATUS_HELD : KOYOMI_MEETING_STATUS_PLANNED);
  _koyomi_loader_set_both (self, meeting, KOYOMI_MEETING_PLACE, "本社 第1会議室", "Head office, room 1");
  write_meeting (self, meeting, committee, month, is_held);
  if (!is_held)
    g_hash_table_add (self->coming, g_strdup (key));

  return _koyomi_loader_insert (self, meeting, key, error);
}

static gboolean
load_meetings (KoyomiLoader        *self,
               KoyomiWorkCalendar  *calendar,
               GError             **error)
{
  const KoyomiReference *table = koyomi_reference_get ("sample/committee");
  guint32 first_day = koyomi_day_add_months (koyomi_fiscal_year_get_first_day (self->year), -MEETING_MONTHS_BEFORE);
  guint32 last_day = koyomi_fiscal_year_get_last_day (self->year);

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
      KoyomiRecurrence rule;

      if (!koyomi_recurrence_parse (&rule, koyomi_reference_get_text (table, i, "rule"), error))
        return FALSE;

      koyomi_recurrence_expand (&rule, first_day, calendar, first_day, last_day, slots);
      for (guint j = 0; j < slots->len; j++)
        if (!insert_meeting (self, koyomi_reference_get_text (table, i, "key"), &g_array_index (slots, KoyomiSlot, j), error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
load_control_states (KoyomiLoader   *self,
                     KoyomiSession  *session,
                     GError        **error)
{
  const KoyomiReference *table = koyomi_reference_get ("sample/control_override");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      gint64 id = _koyomi_loader_find (self, KOYOMI_TABLE_CONTROL, koyomi_reference_get_text (table, i, "key"));
      g_autoptr(KoyomiRecord) control = koyomi_session_get (session, KOYOMI_TABLE_CONTROL, id, self->options->language, error);
      const KoyomiField *status = &koyomi_dictionary_get_table (KOYOMI_TABLE_CONTROL)->fields[
        KOYOMI_FIELD_INDEX (KOYOMI_CONTROL_STATUS)];
      gboolean japanese = self->options->language == KOYOMI_LANGUAGE_JA;

      if (control == NULL)
        return FALSE;

      koyomi_record_set_int (control, KOYOMI_CONTROL_STATUS,
                             koyomi_field_find_word (status, koyomi_reference_get_text (table, i, "status")));
      koyomi_record_set_int (control, KOYOMI_CONTROL_APPLICABLE, koyomi_reference_get_int (table, i, "applicable"));
      koyomi_record_set_text (control, KOYOMI_CONTROL_REASON,
                              koyomi_reference_get_localized (table, i, "reason", self->options->language));
      if (!koyomi_edit_update (self->edit, control, error) ||
          !koyomi_edit_translate (self->edit, KOYOMI_CONTROL_REASON, id,
                                  koyomi_reference_get_localized (table, i, "reason",
                                                                  japanese ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA), error))
        return FALSE;
    }

  return TRUE;
}

/* Who measures and who analyses, of the metrics for which the reference names nobody. */
static gboolean
load_metric_people (KoyomiLoader   *self,
                    KoyomiSession  *session,
                    GError        **error)
{
  static const struct
  {
    int         field;
    const char *names[KOYOMI_N_LANGUAGES];
  } people[] = {
    { KOYOMI_METRIC_MEASURED_BY, { [KOYOMI_LANGUAGE_JA] = "サイバーセキュリティ統括室", [KOYOMI_LANGUAGE_EN] = "Cyber-security office" } },
    { KOYOMI_METRIC_ANALYSED_BY, { [KOYOMI_LANGUAGE_JA] = "ISMS事務局", [KOYOMI_LANGUAGE_EN] = "ISMS office" } },
  };
  KoyomiLanguage own = self->options->language;
  KoyomiLanguage other = own == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  g_autoptr(GPtrArray) metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, own, error);

  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);

      for (guint j = 0; j < G_N_ELEMENTS (people); j++)
        if (koyomi_record_is_none (metric, people[j].field) || *koyomi_record_get_text (metric, people[j].field) == '\0')
          {
            koyomi_record_set_text (metric, people[j].field, people[j].names[own]);
            if (!koyomi_edit_translate (self->edit, people[j].field, koyomi_record_get_id (metric), people[j].names[other], error))
              return FALSE;
          }
      if (!koyomi_edit_update (self->edit, metric, error))
        return FALSE;
    }

  return metrics != NULL;
}

/* How a run stands: the rows of occurrence_override.tsv that speak of it, later ones over earlier ones. */
typedef struct
{
  const char *status;
  const char *progress;
  const char *shift_days;
  const char *done_offset;
  const char *texts[4][KOYOMI_N_LANGUAGES];
} Override;

static const struct
{
  const char *column;
  int         field;
} override_texts[] = {
  { "owner", KOYOMI_OCCURRENCE_OWNER },
  { "result", KOYOMI_OCCURRENCE_RESULT },
  { "reason", KOYOMI_OCCURRENCE_REASON },
  { "note", KOYOMI_OCCURRENCE_NOTE },
};

static gboolean
speaks_of (KoyomiLoader          *self,
           const KoyomiReference *table,
           guint                  row,
           const char            *key,
           KoyomiRecord          *run)
{
  const char *month = koyomi_reference_get_text (table, row, "month");
  guint32 slot = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY);

  if (strcmp (koyomi_reference_get_text (table, row, "key"), key) != 0)
    return FALSE;

  if (*koyomi_reference_get_text (table, row, "when") != '\0' &&
      koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY) >= self->today)
    return FALSE;

  if (*month == '*')
    return TRUE;
  if (*month == 'T')
    return koyomi_day_get_month_first (slot) == koyomi_day_add_months (koyomi_day_get_month_first (self->today), atoi (month + 1));

  return get_month (slot) == atoi (month);
}

static void
take (const char            **place,
      const KoyomiReference  *table,
      guint                   row,
      const char             *column)
{
  const char *cell = koyomi_reference_get_text (table, row, column);

  if (*cell != '\0')
    *place = cell;
}

static Override
find_override (KoyomiLoader *self,
               const char   *key,
               KoyomiRecord *run)
{
  const KoyomiReference *table = koyomi_reference_get ("sample/occurrence_override");
  Override override = { 0 };

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    if (speaks_of (self, table, i, key, run))
      {
        take (&override.status, table, i, "status");
        take (&override.progress, table, i, "progress");
        take (&override.shift_days, table, i, "shift_days");
        take (&override.done_offset, table, i, "done_offset");
        for (guint j = 0; j < G_N_ELEMENTS (override_texts); j++)
          for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
            {
              g_autofree char *column = g_strdup_printf ("%s_%s", override_texts[j].column, koyomi_language_get_code (language));

              take (&override.texts[j][language], table, i, column);
            }
      }

  return override;
}

/* Runs that are over are done in time, those that span today are under way as far as their days have gone. */
static gboolean
settle_run (KoyomiLoader    *self,
            KoyomiRecord    *run,
            const Override  *override,
            GError         **error)
{
  guint32 first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
  guint32 last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_OCCURRENCE)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_OCCURRENCE_STATUS)];
  KoyomiStatus status = KOYOMI_STATUS_PLANNED;
  guint32 day = MIN (last_day, self->today);

  if (override->status != NULL)
    status = koyomi_field_find_word (field, override->status);
  else if (last_day < self->today)
    status = KOYOMI_STATUS_DONE;
  else if (first_day <= self->today)
    status = KOYOMI_STATUS_DOING;

  if (status == KOYOMI_STATUS_DONE)
    day = CLAMP (last_day + (override->done_offset != NULL ? atoi (override->done_offset) : 0), first_day, self->today);
  else if (status == KOYOMI_STATUS_DOING)
    day = first_day;

  if (status != KOYOMI_STATUS_PLANNED &&
      !koyomi_occurrence_set_status (run, status, day,
                                     override->texts[2][self->options->language], error))
    return FALSE;

  if (status == KOYOMI_STATUS_DONE)
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST, MIN (first_day, day));
  else if (override->progress != NULL)
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_PROGRESS, atoi (override->progress));
  else if (status == KOYOMI_STATUS_DOING)
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_PROGRESS,
                           (self->today - first_day) * 10 / (last_day - first_day + 1) * 10);

  return TRUE;
}

static gboolean
write_texts (KoyomiLoader    *self,
             KoyomiRecord    *run,
             const Override  *override,
             GError         **error)
{
  KoyomiLanguage own = self->options->language;
  KoyomiLanguage other = own == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  gboolean is_done = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_DONE;

  for (guint i = 0; i < G_N_ELEMENTS (override_texts); i++)
    {
      if (override->texts[i][own] == NULL || (override_texts[i].field == KOYOMI_OCCURRENCE_RESULT && !is_done))
        continue;

      koyomi_record_set_text (run, override_texts[i].field, override->texts[i][own]);
      if (override->texts[i][other] != NULL &&
          !koyomi_edit_translate (self->edit, override_texts[i].field, koyomi_record_get_id (run), override->texts[i][other], error))
        return FALSE;
    }

  return koyomi_edit_update (self->edit, run, error);
}

static gboolean
settle_runs (KoyomiLoader   *self,
             KoyomiSession  *session,
             const char     *key,
             gint64          activity,
             GError        **error)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity,
                                                   self->options->language, error);

  if (runs == NULL)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      Override override = find_override (self, key, run);
      int shift = override.shift_days != NULL ? atoi (override.shift_days) : 0;

      if (!koyomi_occurrence_move (run, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY) + shift,
                                   koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY) + shift, error) ||
          !settle_run (self, run, &override, error) ||
          !write_texts (self, run, &override, error))
        return FALSE;

      if (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_DONE)
        _koyomi_loader_name (self, run, "%s@%u", key, koyomi_day_get_month_first (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY)));
    }

  return TRUE;
}

/* Returns: (element-type gint64 utf8): the local keys of the activities */
static GHashTable *
name_activities (KoyomiLoader *self)
{
  GHashTable *names = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key, id;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, &id))
    if (g_str_has_prefix (key, "activity "))
      g_hash_table_insert (names, id, (char *) key + strlen ("activity "));

  return names;
}

static gboolean
load_runs (KoyomiLoader   *self,
           KoyomiSession  *session,
           GError        **error)
{
  g_autoptr(GHashTable) names = name_activities (self);
  g_autoptr(GPtrArray) activities = koyomi_session_list (session, KOYOMI_TABLE_ACTIVITY, 0, 0, self->options->language, error);

  if (activities == NULL)
    return FALSE;

  for (guint i = 0; i < activities->len; i++)
    {
      KoyomiRecord *activity = g_ptr_array_index (activities, i);
      gint64 id = koyomi_record_get_id (activity);

      if (koyomi_edit_add_runs (self->edit, activity, koyomi_fiscal_year_get_first_day (self->year),
                                koyomi_fiscal_year_get_last_day (self->year), error) < 0 ||
          !settle_runs (self, session, g_hash_table_lookup (names, &id), id, error))
        return FALSE;
    }

  return TRUE;
}

/* Everything that only the sample has, on top of the catalogues. */
gboolean
_koyomi_template_load_sample (KoyomiLoader   *self,
                              KoyomiSession  *session,
                              GError        **error)
{
  static const KoyomiTableId people[] = {
    KOYOMI_TABLE_TEAM, KOYOMI_TABLE_PERSON, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_TABLE_MATURITY, KOYOMI_TABLE_ATTESTATION,
    KOYOMI_TABLE_DAY_OFF, KOYOMI_TABLE_ACTIVITY, KOYOMI_TABLE_DEPENDENCY, KOYOMI_TABLE_COMMITTEE,
    KOYOMI_TABLE_METRIC,
  };
  static const KoyomiTableId registers[] = {
    KOYOMI_TABLE_DECISION, KOYOMI_TABLE_AGENDA_ITEM, KOYOMI_TABLE_REVIEW_INPUT, KOYOMI_TABLE_INCIDENT, KOYOMI_TABLE_INCIDENT_EVENT, KOYOMI_TABLE_INCIDENT_TASK,
    KOYOMI_TABLE_INCIDENT_REPORT, KOYOMI_TABLE_METRIC_PART, KOYOMI_TABLE_METRIC_LIMIT, KOYOMI_TABLE_METRIC_VALUE, KOYOMI_TABLE_METRIC_COMMENT,
    KOYOMI_TABLE_BOARD_TILE, KOYOMI_TABLE_OBJECTIVE, KOYOMI_TABLE_AUDIT, KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_TABLE_FINDING,
    KOYOMI_TABLE_FINDING_DUE, KOYOMI_TABLE_EVIDENCE, KOYOMI_TABLE_PROOF, KOYOMI_TABLE_RISK, KOYOMI_TABLE_RISK_LEVEL,
    KOYOMI_TABLE_CONTRACT, KOYOMI_TABLE_OBLIGATION, KOYOMI_TABLE_POLICY, KOYOMI_TABLE_EXEMPTION, KOYOMI_TABLE_WAIVER,
    KOYOMI_TABLE_INCIDENT_ITEM, KOYOMI_TABLE_INCIDENT_LINK, KOYOMI_TABLE_INCIDENT_PARTY, KOYOMI_TABLE_CUSTODY, KOYOMI_TABLE_NARRATIVE,
    KOYOMI_TABLE_REPORT_ISSUE,
  };

  g_autoptr(KoyomiWorkCalendar) calendar = NULL;

  if (!_koyomi_template_load_year (self, FALSE, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (!load_table (self, people[i], error))
      return FALSE;

  if ((calendar = koyomi_session_load_work_calendar (session, self->options->language, error)) == NULL ||
      !load_meetings (self, calendar, error) ||
      !load_runs (self, session, error) ||
      !load_control_states (self, session, error) ||
      !load_metric_people (self, session, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (!load_table (self, registers[i], error))
      return FALSE;

  return TRUE;
}
