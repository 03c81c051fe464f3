#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* A day is a Julian day number as GDate counts them (1 is 0001-01-01); 0 is no day. A time is milliseconds since 1970 in UTC. */
#define KOYOMI_DAY_NONE 0u
#define KOYOMI_DAY_LAST 3652059u   /* 9999-12-31 */

guint32   koyomi_day_new            (int          year,
                                     int          month,
                                     int          day);
void      koyomi_day_get            (guint32      self,
                                     int         *year,
                                     int         *month,
                                     int         *day);
guint32   koyomi_day_parse          (const char  *text,
                                     GError     **error);
char     *koyomi_day_format         (guint32      self) G_GNUC_WARN_UNUSED_RESULT;
char     *koyomi_day_format_span    (guint32      first_day,
                                     guint32      last_day,
                                     KoyomiLanguage language) G_GNUC_WARN_UNUSED_RESULT;
int       koyomi_day_get_weekday    (guint32      self);
guint32   koyomi_day_get_month_first (guint32     self);
guint32   koyomi_day_get_month_last (guint32      self);
guint32   koyomi_day_add_months     (guint32      self,
                                     int          months);
guint32   koyomi_day_today          (void);
void      koyomi_day_set_today      (guint32      today);
gint64    koyomi_day_get_start      (guint32      self);

gint64    koyomi_time_now           (void);
guint32   koyomi_time_get_day       (gint64       time);
char     *koyomi_time_format        (gint64       time) G_GNUC_WARN_UNUSED_RESULT;
char     *koyomi_time_format_local (gint64      time) G_GNUC_WARN_UNUSED_RESULT;
gint64    koyomi_time_parse         (const char  *text,
                                     GError     **error);

G_END_DECLS
