#include "koyomi-edit-label-private.h"

#include "koyomi-day.h"
#include "koyomi-session-private.h"

/* A name as it stands in a sentence: “内部監査”. */
char *
_koyomi_label_quote (const char     *title,
                     KoyomiLanguage  language)
{
  /* Translators: a name in quotation marks */
  return g_strdup_printf (koyomi_tr (language, N_("“%s”")), title);
}

/* A word of a list as it stands within an English sentence: “Result” becomes “result”, “TLP” stays. */
static char *
lower_first (const char *text)
{
  char *lower = g_strdup (text);

  if (g_ascii_isupper (text[0]) && !g_ascii_isupper (text[1]))
    *lower = g_ascii_tolower (*text);

  return lower;
}

/* A row by its name, or by its kind when it has none. */
char *
_koyomi_label_name_row (KoyomiSession  *session,
                        KoyomiTableId   table,
                        gint64          id,
                        KoyomiLanguage  language)
{
  g_autofree char *title = _koyomi_session_dup_title (session, table, id, language);

  return title != NULL ? _koyomi_label_quote (title, language)
                       : lower_first (koyomi_tr (language, koyomi_dictionary_get_table (table)->label));
}

/* One run by its name, several by their number. */
char *
_koyomi_label_name_runs (KoyomiSession  *session,
                         GPtrArray      *runs,
                         KoyomiLanguage  language)
{
  if (runs->len == 1)
    return _koyomi_label_name_row (session, KOYOMI_TABLE_OCCURRENCE, koyomi_record_get_id (g_ptr_array_index (runs, 0)), language);

  return g_strdup_printf (koyomi_ntr (language, "%u run", "%u runs", runs->len), runs->len);
}

char *
_koyomi_label_move (const char     *name,
                    guint32         from,
                    guint32         to,
                    KoyomiLanguage  language)
{
  g_autofree char *from_day = koyomi_day_format (from);
  g_autofree char *to_day = koyomi_day_format (to);

  /* Translators: what is moved, from which day, to which day */
  return g_strdup_printf (koyomi_tr (language, N_("Move %s from %s to %s")), name, from_day, to_day);
}

char *
_koyomi_label_move_by (const char     *name,
                       int             days,
                       KoyomiLanguage  language)
{
  guint n = ABS ((gint64) days);
  g_autofree char *distance = g_strdup_printf (koyomi_ntr (language, "%u day", "%u days", n), n);

  if (days < 0)
    /* Translators: what is moved, by how many days towards the past */
    return g_strdup_printf (koyomi_tr (language, N_("Move %s %s earlier")), name, distance);

  /* Translators: what is moved, by how many days towards the future */
  return g_strdup_printf (koyomi_tr (language, N_("Move %s by %s")), name, distance);
}

/* What the edit does that writes the fields of @record that were set: one is named, several are not. */
char *
_koyomi_label_change (KoyomiRecord   *record,
                      const char     *name,
                      KoyomiLanguage  language)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  g_autofree char *field = NULL;
  guint n = 0;

  for (guint i = 1; i < table->n_fields; i++)
    if (koyomi_record_is_changed (record, koyomi_record_get_table_id (record) << 8 | i))
      {
        g_free (field);
        field = lower_first (koyomi_tr (language, table->fields[i].label));
        n++;
      }

  if (n == 1)
    /* Translators: a field such as “result”, and of what */
    return g_strdup_printf (koyomi_tr (language, N_("Change the %s of %s")), field, name);

  return g_strdup_printf (koyomi_tr (language, N_("Change %s")), name);
}

char *
_koyomi_label_set_status (const char     *name,
                          KoyomiStatus    status,
                          KoyomiLanguage  language)
{
  switch (status)
    {
    case KOYOMI_STATUS_PLANNED:
      return g_strdup_printf (koyomi_tr (language, N_("Return %s to planned")), name);
    case KOYOMI_STATUS_DOING:
      return g_strdup_printf (koyomi_tr (language, N_("Begin %s")), name);
    case KOYOMI_STATUS_DONE:
      return g_strdup_printf (koyomi_tr (language, N_("Mark %s as done")), name);
    case KOYOMI_STATUS_SKIPPED:
      return g_strdup_printf (koyomi_tr (language, N_("Skip %s")), name);
    case KOYOMI_STATUS_MISSED:
      return g_strdup_printf (koyomi_tr (language, N_("Mark %s as missed")), name);
    default:
      g_return_val_if_reached (NULL);
    }
}
