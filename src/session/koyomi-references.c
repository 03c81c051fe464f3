#include "koyomi-references.h"

static gboolean
count_rows (KoyomiSession  *session,
            KoyomiTableId   target,
            gint64          id,
            KoyomiTableId   table,
            guint          *n_rows,
            GError        **error)
{
  const KoyomiTable *description = koyomi_dictionary_get_table (table);

  *n_rows = 0;
  for (guint i = 0; i < description->n_fields; i++)
    {
      g_autoptr(GPtrArray) rows = NULL;

      if (description->fields[i].type != KOYOMI_FIELD_REF || description->fields[i].target != target)
        continue;

      rows = koyomi_session_list (session, table, table << 8 | i, id, koyomi_session_get_own_language (session), error);
      if (rows == NULL)
        return FALSE;

      *n_rows += rows->len;
    }

  return TRUE;
}

/* Returns: (transfer full) (element-type KoyomiReferring): the tables with rows that refer to the row; empty when none does */
GArray *
koyomi_session_list_referring (KoyomiSession  *session,
                               KoyomiTableId   table,
                               gint64          id,
                               GError        **error)
{
  g_autoptr(GArray) referring = g_array_new (FALSE, FALSE, sizeof (KoyomiReferring));

  for (KoyomiTableId i = 0; i < KOYOMI_N_TABLES; i++)
    {
      KoyomiReferring one = { .table = i };

      if (!count_rows (session, table, id, i, &one.n_rows, error))
        return NULL;

      if (one.n_rows > 0)
        g_array_append_val (referring, one);
    }

  return g_steal_pointer (&referring);
}

/* Returns: (transfer full): a line for each table, such as “Assignment: 12” */
char *
koyomi_referring_describe (GArray         *referring,
                           KoyomiLanguage  language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < referring->len; i++)
    {
      const KoyomiReferring *one = &g_array_index (referring, KoyomiReferring, i);

      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: a kind of row, such as “Assignment”, and how many of them there are */
      g_string_append_printf (text, koyomi_tr (language, N_("%s: %u")),
                              koyomi_tr (language, koyomi_dictionary_get_table (one->table)->label), one->n_rows);
    }

  return g_string_free (text, FALSE);
}
