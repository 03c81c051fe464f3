#include "koyomi-entry-text.h"

/* Returns: (transfer full): the time zone of the person who looks, by the name that holds in summer and winter, such as Asia/Tokyo */
char *
koyomi_entry_text_name_zone (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  const char *id = g_time_zone_get_identifier (zone);
  g_autoptr(GDateTime) now = NULL;

  if (id != NULL && g_ascii_isalpha (*id))
    return g_strdup (id);

  now = g_date_time_new_now (zone);

  return g_strdup (g_date_time_get_timezone_abbreviation (now));
}

/* Returns: (transfer full): what was done, or which entry was taken back or brought back */
char *
koyomi_entry_text_describe (const KoyomiEntry *entry,
                            KoyomiLanguage     language)
{
  if (entry->kind == KOYOMI_ENTRY_UNDO)
    return g_strdup_printf (koyomi_tr (language, "Undone: %s"), entry->label);
  else if (entry->kind == KOYOMI_ENTRY_REDO)
    return g_strdup_printf (koyomi_tr (language, "Done again: %s"), entry->label);
  else
    return g_strdup (entry->label);
}
