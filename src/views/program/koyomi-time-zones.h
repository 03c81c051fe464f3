#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **koyomi_time_zones_list (void) G_GNUC_WARN_UNUSED_RESULT;
char  *koyomi_time_zone_name  (const char  *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
