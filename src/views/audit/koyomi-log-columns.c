#include "koyomi-log-columns.h"

#include "koyomi-day.h"
#include "koyomi-entry-text.h"

/* So much of a hash tells entries from each other. */
#define HASH_LENGTH 8

static char *
format_time (gconstpointer  row,
             KoyomiLanguage language)
{
  return koyomi_time_format_local (((const KoyomiEntry *) row)->at);
}

static char *
format_actor (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (((const KoyomiEntry *) row)->actor);
}

static char *
format_label (gconstpointer  row,
              KoyomiLanguage language)
{
  return koyomi_entry_text_describe (row, language);
}

static char *
format_hash (gconstpointer  row,
             KoyomiLanguage language)
{
  g_autofree char *hash = koyomi_entry_dup_hash (row);

  return g_strdup_printf ("%.*s…", HASH_LENGTH, hash);
}

gint64
koyomi_log_columns_get_seq (gconstpointer row)
{
  return ((const KoyomiEntry *) row)->seq;
}

static int
compare_seq (gconstpointer a,
             gconstpointer b)
{
  gint64 left = koyomi_log_columns_get_seq (a), right = koyomi_log_columns_get_seq (b);

  return (left > right) - (left < right);
}

const KoyomiDataColumn koyomi_log_columns[] = {
  { N_("When"), format_time, compare_seq, NULL, 180 },
  { N_("Who"), format_actor, NULL, NULL, 150 },
  { N_("What was changed"), format_label, NULL, NULL, 0 },
  { N_("Hash"), format_hash, NULL, NULL, 110 },
};

const guint koyomi_n_log_columns = G_N_ELEMENTS (koyomi_log_columns);

/* Says in the head of the table which clock its times are told by. */
void
koyomi_log_columns_name_zone (KoyomiDataTable *table,
                              KoyomiLanguage   language)
{
  g_autofree char *zone = koyomi_entry_text_name_zone ();
  /* Translators: a time zone, such as Asia/Tokyo */
  g_autofree char *title = g_strdup_printf (koyomi_tr (language, N_("When (%s)")), zone);

  koyomi_data_table_set_title (table, 0, title);
}
