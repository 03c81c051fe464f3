#include "koyomi-time-zones.h"

#include <stdlib.h>
#include <string.h>

/* Each line but the comments: country codes, place, zone, and maybe a remark. */
#define TABLE "/usr/share/zoneinfo/zone1970.tab"

/* By the place, as people look for it. */
static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  g_autofree char *first = koyomi_time_zone_name (*(const char * const *) a);
  g_autofree char *second = koyomi_time_zone_name (*(const char * const *) b);

  return strcmp (first, second);
}

/* Returns: (transfer full): the zones that this machine knows, such as Asia/Tokyo, by their names; always UTC and Asia/Tokyo */
char **
koyomi_time_zones_list (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *table = NULL;
  g_auto(GStrv) lines = NULL;
  gboolean has_table = g_file_get_contents (TABLE, &table, NULL, NULL);
  char **zones;

  lines = g_strsplit (has_table ? table : "JP\t-\tAsia/Tokyo", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] != '#' && g_strv_length (cells) >= 3)
        g_strv_builder_add (builder, cells[2]);
    }
  g_strv_builder_add (builder, "UTC");

  zones = g_strv_builder_end (builder);
  qsort (zones, g_strv_length (zones), sizeof *zones, compare_cb);

  return zones;
}

/* Returns: (transfer full): the place first, as one looks for it: Tokyo (Asia) */
char *
koyomi_time_zone_name (const char *zone)
{
  const char *slash = strrchr (zone, '/');
  g_autofree char *area = NULL;
  char *name;

  if (slash == NULL)
    return g_strdup (zone);

  area = g_strndup (zone, slash - zone);
  name = g_strdup_printf ("%s (%s)", slash + 1, area);

  return g_strdelimit (name, "_", ' ');
}
