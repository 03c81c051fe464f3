#include "koyomi-incident.h"

#include "koyomi-incident-times.h"
#include "koyomi-reference.h"

#include <string.h>

static const char *
get_word (int            field,
          gint64         index,
          KoyomiLanguage language)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);

  return koyomi_field_get_word_label (&table->fields[KOYOMI_FIELD_INDEX (field)], index, language);
}

/* Whether somebody still works on it. */
gboolean
koyomi_incident_state_is_open (KoyomiIncidentState state)
{
  return state < KOYOMI_INCIDENT_STATE_CLOSED;
}

const char *
koyomi_incident_state_get_label (KoyomiIncidentState state,
                                 KoyomiLanguage      language)
{
  return get_word (KOYOMI_INCIDENT_STATE, state, language);
}

const char *
koyomi_incident_kind_get_label (KoyomiIncidentKind kind,
                                KoyomiLanguage     language)
{
  return get_word (KOYOMI_INCIDENT_KIND, kind, language);
}

/* Whether it is an incident in the figures: neither an event nor a near miss, never a drill, and neither a false alarm nor the second
 * record of something that is counted already. */
gboolean
koyomi_incident_counts (KoyomiIncidentKind  kind,
                        KoyomiIncidentState state)
{
  return kind == KOYOMI_INCIDENT_KIND_INCIDENT && state != KOYOMI_INCIDENT_STATE_FALSE_ALARM && state != KOYOMI_INCIDENT_STATE_MERGED;
}

/* Returns: the KoyomiIncidentTime at which an incident comes into the state, or -1 when none is kept */
int
koyomi_incident_state_get_time (KoyomiIncidentState state)
{
  switch (state)
    {
    case KOYOMI_INCIDENT_STATE_TRIAGED:
      return KOYOMI_INCIDENT_TIME_CLASSIFIED;
    case KOYOMI_INCIDENT_STATE_CONTAINED:
      return KOYOMI_INCIDENT_TIME_CONTAINED;
    case KOYOMI_INCIDENT_STATE_RECOVERED:
      return KOYOMI_INCIDENT_TIME_RECOVERED;
    case KOYOMI_INCIDENT_STATE_CLOSED:
    case KOYOMI_INCIDENT_STATE_FALSE_ALARM:
    case KOYOMI_INCIDENT_STATE_MERGED:
      return KOYOMI_INCIDENT_TIME_CLOSED;
    case KOYOMI_INCIDENT_STATE_NEW:
    case KOYOMI_INCIDENT_STATE_RESPONDING:
    case KOYOMI_INCIDENT_STATE_REVIEW:
    default:
      return -1;
    }
}

/* Returns: (element-type utf8): the codes of the classes, in their order */
GPtrArray *
koyomi_incident_class_list (void)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/taxonomy_rsit");
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    g_ptr_array_add (codes, (char *) koyomi_reference_get_text (table, i, "id"));

  return codes;
}

/* A code that is no class, of a plan that was edited elsewhere, is its own label. */
const char *
koyomi_incident_class_get_label (const char     *code,
                                 KoyomiLanguage  language)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/taxonomy_rsit");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    if (strcmp (koyomi_reference_get_text (table, i, "id"), code) == 0)
      return koyomi_reference_get_localized (table, i, "name", language);

  return code;
}

/* Incidents are numbered within the fiscal year: 2026-027. */
char *
koyomi_incident_number_format (int   year,
                               guint number)
{
  return g_strdup_printf ("%d-%03u", year, number);
}

/* Returns: the number within the fiscal year, or 0 when @text is no number of that year */
guint
koyomi_incident_number_parse (const char *text,
                              int         year)
{
  g_autofree char *prefix = g_strdup_printf ("%d-", year);
  const char *digits = text + strlen (prefix);
  guint64 number;

  if (!g_str_has_prefix (text, prefix) || !g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT, &number, NULL))
    return 0;

  return number;
}
