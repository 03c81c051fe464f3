#include "koyomi-report-draft.h"

#include "koyomi-clock-table.h"
#include "koyomi-incident-times.h"
#include "koyomi-text.h"

#include <string.h>

#define MOMENT "%Y-%m-%d %H:%M %:z"

typedef struct
{
  const char *code;
  int         field;   /* of the incident; 0 for a text of its own */
  const char *label;
  const char *help;    /* (nullable) */
} Item;

/* What reports must hold: the nine items of the Rules of the APPI, article 8, GDPR article 33 (3), NIS2 article 23 (4), DORA's technical
 * standards, and what the others ask for besides. */
static const Item items[] = {
  { "outline", KOYOMI_INCIDENT_SUMMARY, N_("Outline"), N_("What happened, when and where, how it was found.") },
  { "data_items", 0, N_("Kinds of data"), N_("Which items of personal data, such as names and addresses, and in what form.") },
  { "people", KOYOMI_INCIDENT_PEOPLE_AFFECTED, N_("Number of people"), NULL },
  { "records", 0, N_("Number of records"), N_("About how many data records.") },
  { "cause", KOYOMI_INCIDENT_CAUSE, N_("Cause"), NULL },
  { "secondary_damage", 0, N_("Secondary damage"), N_("Whether there is or may be any, and what.") },
  { "people_response", 0, N_("Response to the people affected"), N_("What was done for them, and what is planned.") },
  { "publication", 0, N_("Publication"), N_("Whether, when and how it was or will be made public.") },
  { "prevention", KOYOMI_INCIDENT_LESSONS, N_("Measures against a recurrence"), N_("What was done and what is planned, with its date.") },
  { "other", 0, N_("Other matters"), N_("Reports to other authorities, the police, contacts. “None” when there are none.") },
  { "contact", 0, N_("Contact point"), N_("Name and contact of the data protection officer, or of somebody else who can tell more.") },
  { "consequences", 0, N_("Likely consequences"), NULL },
  { "measures", 0, N_("Measures taken"), N_("What was taken and what is proposed, also to lessen the effects.") },
  { "unlawful", 0, N_("Suspicion of an unlawful act"), N_("Whether an unlawful or malicious act is suspected.") },
  { "cross_border", 0, N_("Effect across borders"), N_("Which other member states are or may be affected.") },
  { "impact", 0, N_("Severity and impact"), N_("Services, business and people affected, and how badly.") },
  { "indicators", 0, N_("Indicators of compromise"), N_("Where there are any: addresses, domains, hashes.") },
  { "criteria", 0, N_("Criteria of classification"), N_("Which criteria made it a major incident.") },
  { "discovery", KOYOMI_INCIDENT_DETECTED_BY, N_("How it was found"), NULL },
  { "continuity", 0, N_("Business continuity plan"), N_("Whether it was activated.") },
  { "threat", 0, N_("Threats and techniques"), N_("Kind of incident, and how the attack was made.") },
  { "other_authorities", 0, N_("Reports to other authorities"), NULL },
  { "cost", 0, N_("Costs and losses"), N_("Direct and indirect, and what was recovered.") },
  { "occurred_at", KOYOMI_INCIDENT_OCCURRED_AT, N_("When it occurred"), NULL },
  { "detected_at", KOYOMI_INCIDENT_DETECTED_AT, N_("When it was detected"), NULL },
  { "classified_at", KOYOMI_INCIDENT_CLASSIFIED_AT, N_("When it was classified"), NULL },
  { "recovered_at", KOYOMI_INCIDENT_RECOVERED_AT, N_("When it was recovered"), NULL },
};

static const Item *
find_item (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (strcmp (items[i].code, code) == 0)
      return &items[i];

  return NULL;
}

/* What the item is called. One that a user has made up for a clock of their own is called by its code. */
const char *
koyomi_report_item_get_label (const char     *code,
                              KoyomiLanguage  language)
{
  const Item *item = find_item (code);

  return item != NULL ? koyomi_tr (language, item->label) : code;
}

/* Returns: the field of the incident that holds it; 0 for a text of its own */
int
koyomi_report_item_get_field (const char *code)
{
  const Item *item = find_item (code);

  return item != NULL ? item->field : 0;
}

static void
free_item (gpointer data)
{
  KoyomiReportItem *item = data;

  g_free (item->code);
  g_free (item->text);
  g_free (item);
}

static char *
find_text (GPtrArray  *texts,
           const char *code)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (texts, i), KOYOMI_INCIDENT_ITEM_ITEM), code) == 0)
      return g_strdup (koyomi_record_get_text (g_ptr_array_index (texts, i), KOYOMI_INCIDENT_ITEM_TEXT));

  return g_strdup ("");
}

/* By the clock of the machine, with its offset: 2026-11-22 10:00 +09:00. */
static char *
format_local (gint64 time)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);

  return moment != NULL ? g_date_time_format (moment, MOMENT) : g_strdup ("");
}

/* With whether the time is estimated, or between which two it lies. */
static char *
format_time (KoyomiRecord   *incident,
             int             field,
             KoyomiLanguage  language)
{
  KoyomiIncidentTimes times;

  koyomi_incident_times_read (&times, incident);
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (koyomi_incident_time_get_field (i) == field)
      return koyomi_incident_times_format (&times, i, MOMENT, language);

  g_return_val_if_reached (NULL);
}

static char *
format_field (KoyomiRecord   *incident,
              int             field,
              KoyomiLanguage  language)
{
  const KoyomiField *description = &koyomi_record_get_table (incident)->fields[KOYOMI_FIELD_INDEX (field)];

  if (koyomi_record_is_none (incident, field))
    return g_strdup ("");

  return description->type == KOYOMI_FIELD_TIME ? format_time (incident, field, language)
                                                : koyomi_record_format (incident, field, language);
}

static void
add_item (KoyomiReportDraft *self,
          const char        *code,
          KoyomiRecord      *incident,
          GPtrArray         *texts,
          KoyomiLanguage     language)
{
  const Item *known = find_item (code);
  KoyomiReportItem *item = g_new0 (KoyomiReportItem, 1);

  item->code = g_strdup (code);
  item->label = known != NULL ? koyomi_tr (language, known->label) : item->code;
  item->help = known != NULL && known->help != NULL ? koyomi_tr (language, known->help) : NULL;
  item->field = known != NULL ? known->field : 0;
  item->text = item->field == 0 ? find_text (texts, code) : format_field (incident, item->field, language);

  if (koyomi_text_is_blank (item->text))
    self->n_missing++;
  g_ptr_array_add (self->items, item);
}

/**
 * koyomi_report_draft_new:
 * @clock: completed from the reference, with the items that the report must hold
 * @texts: (element-type KoyomiRecord): the incident's rows of incident_item
 */
KoyomiReportDraft *
koyomi_report_draft_new (KoyomiRecord   *clock,
                         KoyomiRecord   *incident,
                         GPtrArray      *texts,
                         KoyomiLanguage  language)
{
  KoyomiReportDraft *self = g_new0 (KoyomiReportDraft, 1);
  KoyomiIncidentClock named = { .clock = clock };
  g_auto(GStrv) codes = g_strsplit (koyomi_record_get_text (clock, KOYOMI_CLOCK_ITEMS), " ", -1);

  self->title = koyomi_incident_clock_dup_title (&named, language);
  self->recipient = g_strdup (koyomi_record_get_text (clock, KOYOMI_CLOCK_RECIPIENT));
  self->number = g_strdup (koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER));
  self->name = g_strdup (koyomi_record_get_text (incident, KOYOMI_INCIDENT_TITLE));
  self->items = g_ptr_array_new_with_free_func (free_item);

  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0')
      add_item (self, codes[i], incident, texts, language);

  return self;
}

void
koyomi_report_draft_free (KoyomiReportDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->recipient);
  g_free (self->number);
  g_free (self->name);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * koyomi_report_draft_format:
 * @as_of: (ms UTC) when the draft is made
 *
 * The draft as text, to paste into the form of an office.
 */
char *
koyomi_report_draft_format (const KoyomiReportDraft *self,
                            gint64                   as_of,
                            KoyomiLanguage           language)
{
  GString *text = g_string_new (NULL);
  g_autofree char *time = format_local (as_of);

  g_string_append_printf (text, "%s\n%s %s\n", self->title, self->number, self->name);
  if (*self->recipient != '\0')
    g_string_append_printf (text, koyomi_tr (language, N_("To: %s\n")), self->recipient);
  g_string_append_printf (text, koyomi_tr (language, N_("As of %s\n")), time);

  for (guint i = 0; i < self->items->len; i++)
    {
      const KoyomiReportItem *item = g_ptr_array_index (self->items, i);

      g_string_append_printf (text, "\n%u. %s\n%s\n", i + 1, item->label,
                              koyomi_text_is_blank (item->text) ? koyomi_tr (language, N_("(not filled in)")) : item->text);
    }

  return g_string_free (text, FALSE);
}

/* What is not filled in yet, in a list; "" when nothing is missing. */
char *
koyomi_report_draft_name_missing (const KoyomiReportDraft *self,
                                  KoyomiLanguage           language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const KoyomiReportItem *item = g_ptr_array_index (self->items, i);

      if (!koyomi_text_is_blank (item->text))
        continue;

      if (text->len > 0)
        g_string_append (text, koyomi_tr (language, N_(", ")));
      g_string_append (text, item->label);
    }

  return g_string_free (text, FALSE);
}
