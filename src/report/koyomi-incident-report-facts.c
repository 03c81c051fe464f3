#include "koyomi-incident-report-private.h"

#include "koyomi-day.h"
#include "koyomi-incident-measure.h"
#include "koyomi-incident.h"
#include "koyomi-severity.h"

#include <string.h>

/* A line of facts: two labels with what they say. */
static void
add_pair (KoyomiDocumentTable *table,
          const char          *label,
          char                *text,
          const char          *other_label,
          char                *other)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, label, 0);

  _koyomi_document_add_label (row, label);
  _koyomi_document_take_text (row, text);
  _koyomi_document_add_label (row, other_label);
  _koyomi_document_take_text (row, other);
}

static char *
dup_field (KoyomiIncidentReport *self,
           int                   field)
{
  return koyomi_record_format (self->incident, field, self->language);
}

static char *
format_class (KoyomiIncidentReport *self)
{
  const char *code = koyomi_record_get_text (self->incident, KOYOMI_INCIDENT_CLASS);

  return g_strdup (*code != '\0' ? koyomi_incident_class_get_label (code, self->language) : "");
}

/* Whether it was found by people outside stands behind who found it. */
static char *
format_finder (KoyomiIncidentReport *self)
{
  const char *finder = koyomi_record_get_text (self->incident, KOYOMI_INCIDENT_DETECTED_BY);

  if (koyomi_record_get_int (self->incident, KOYOMI_INCIDENT_FOUND_OUTSIDE) == 0)
    return g_strdup (finder);

  return g_strjoin (*finder != '\0' ? " · " : "", finder, _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_FOUND_OUTSIDE), NULL);
}

/* Returns: the facts about personal data that hold, each by its name */
static char *
format_data (KoyomiIncidentReport *self)
{
  static const int fields[] = { KOYOMI_INCIDENT_SENSITIVE_DATA, KOYOMI_INCIDENT_FINANCIAL_HARM, KOYOMI_INCIDENT_UNLAWFUL_PURPOSE };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (koyomi_record_get_int (self->incident, fields[i]) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _koyomi_incident_report_label_field (self, fields[i]));

  return g_string_free (text, FALSE);
}

static void
add_long (KoyomiIncidentReport *self,
          KoyomiDocumentTable  *table,
          int                   field,
          gboolean              always)
{
  g_autofree char *text = dup_field (self, field);
  const char *label = _koyomi_incident_report_label_field (self, field);
  KoyomiDocumentRow *row;

  if (*text == '\0' && !always)
    return;

  row = _koyomi_document_add_row (table, label, 0);
  _koyomi_document_add_label (row, label);
  _koyomi_document_add_text (row, *text != '\0' ? text : koyomi_tr (self->language, N_("Not known yet")));
}

static KoyomiDocumentTable *
add_texts (KoyomiIncidentReport *self,
           const char           *title)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->document, title);

  _koyomi_document_add_column (table, NULL, 4);
  _koyomi_document_add_column (table, NULL, 20);

  return table;
}

/* What it is and who takes care of it. */
void
_koyomi_incident_report_add_facts (KoyomiIncidentReport *self,
                                   const char           *team)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->document, koyomi_tr (self->language, N_("Facts")));
  KoyomiSeverity severity = koyomi_record_get_int (self->incident, KOYOMI_INCIDENT_SEVERITY);
  KoyomiDocumentTable *texts;

  for (guint i = 0; i < 4; i++)
    _koyomi_document_add_column (table, NULL, i % 2 == 0 ? 4 : 8);

  add_pair (table, _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_KIND), dup_field (self, KOYOMI_INCIDENT_KIND),
            _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_STATE), dup_field (self, KOYOMI_INCIDENT_STATE));
  add_pair (table, _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_SEVERITY),
            g_strdup (koyomi_severity_get_label (severity, self->language)),
            _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_CLASS), format_class (self));
  add_pair (table, _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_TEAM), g_strdup (team != NULL ? team : ""),
            _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_LEAD), dup_field (self, KOYOMI_INCIDENT_LEAD));
  add_pair (table, _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_DETECTED_BY), format_finder (self),
            _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_OPENED_AT),
            koyomi_time_format_local (koyomi_record_get_int (self->incident, KOYOMI_INCIDENT_OPENED_AT)));
  if (!self->is_drill)
    add_pair (table, _koyomi_incident_report_label_field (self, KOYOMI_INCIDENT_PEOPLE_AFFECTED),
              dup_field (self, KOYOMI_INCIDENT_PEOPLE_AFFECTED), koyomi_tr (self->language, N_("Personal data")), format_data (self));

  texts = add_texts (self, self->is_drill ? koyomi_tr (self->language, N_("The drill")) : koyomi_tr (self->language, N_("What happened")));
  add_long (self, texts, KOYOMI_INCIDENT_SUMMARY, !self->is_drill);
  if (self->is_drill)
    {
      add_long (self, texts, KOYOMI_INCIDENT_SCENARIO, TRUE);
      add_long (self, texts, KOYOMI_INCIDENT_CRITERIA, TRUE);
    }
  add_long (self, texts, KOYOMI_INCIDENT_SEVERITY_REASON, FALSE);
}

/* The cause, what was learned, and how a drill went. */
void
_koyomi_incident_report_add_lessons (KoyomiIncidentReport *self)
{
  KoyomiDocumentTable *texts = add_texts (self, koyomi_tr (self->language, N_("Cause and lessons")));

  if (self->is_drill)
    {
      add_long (self, texts, KOYOMI_INCIDENT_VERDICT, TRUE);
      add_long (self, texts, KOYOMI_INCIDENT_OUTCOME, TRUE);
    }
  add_long (self, texts, KOYOMI_INCIDENT_CAUSE, !self->is_drill);
  add_long (self, texts, KOYOMI_INCIDENT_LESSONS, TRUE);
  add_long (self, texts, KOYOMI_INCIDENT_REVIEWED_DAY, FALSE);
  add_long (self, texts, KOYOMI_INCIDENT_NEXT_DRILL_DAY, FALSE);
}

static void
add_measure (KoyomiIncidentReport      *self,
             KoyomiDocumentRow         *row,
             const KoyomiIncidentTimes *times,
             guint                      index)
{
  g_autofree char *label = NULL;
  gint64 length;

  if (index >= KOYOMI_N_MEASURES)
    {
      _koyomi_document_add_text (row, "");
      _koyomi_document_add_text (row, "");
      return;
    }

  label = g_strdup_printf ("%s (%s)", koyomi_measure_get_label (index, self->language), koyomi_measure_get_code (index));
  _koyomi_document_add_label (row, label);
  if (koyomi_measure_take (index, times, &length, NULL))
    _koyomi_document_take_text (row, koyomi_measure_format (length, self->language));
  else
    _koyomi_document_add_text (row, "–");
}

/* Of a range both ends. */
static void
add_time (KoyomiDocumentRow         *row,
          const KoyomiIncidentTimes *times,
          KoyomiIncidentTime         time,
          KoyomiLanguage             language)
{
  if (times->certainty[time] == KOYOMI_CERTAINTY_RANGE)
    _koyomi_document_take_text (row, koyomi_incident_times_format (times, time, "%Y-%m-%d %H:%M", language));
  else
    _koyomi_document_add_time (row, times->at[time]);
}

/* Each time with how sure it is, and beside it how long things took. */
void
_koyomi_incident_report_add_times (KoyomiIncidentReport *self)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->document, koyomi_tr (self->language, N_("Times")));
  KoyomiIncidentTimes times;

  koyomi_incident_times_read (&times, self->incident);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Stage")), 4);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("When")), 5);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Certainty")), 4);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("How long it took")), 7);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Length")), 4);

  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, koyomi_incident_time_get_name (i), 0);

      _koyomi_document_add_label (row, koyomi_incident_time_get_label (i, self->language));
      add_time (row, &times, i, self->language);
      _koyomi_document_add_text (row, koyomi_certainty_get_label (times.certainty[i], self->language));
      add_measure (self, row, &times, i);
    }
}
