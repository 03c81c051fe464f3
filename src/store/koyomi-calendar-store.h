#pragma once

#include "koyomi-calendar.h"
#include "koyomi-record-store.h"

G_BEGIN_DECLS

GPtrArray       *koyomi_calendar_store_list_functions (const KoyomiRecordStore  *store,
                                                       guint32                   first_day,
                                                       guint32                   last_day,
                                                       KoyomiLanguage            language,
                                                       GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         koyomi_calendar_store_load_bars      (const KoyomiRecordStore  *store,
                                                       KoyomiCalendarRow        *row,
                                                       guint32                   first_day,
                                                       guint32                   last_day,
                                                       guint32                   today,
                                                       KoyomiLanguage            language,
                                                       GError                  **error);
GPtrArray       *koyomi_calendar_store_list_attestations (const KoyomiRecordStore *store,
                                                          guint32                   first_month,
                                                          guint32                   last_month,
                                                          GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiStatement *koyomi_calendar_store_open_runs      (const KoyomiRecordStore  *store,
                                                       gint64                    function,
                                                       guint32                   first_day,
                                                       guint32                   last_day,
                                                       KoyomiLanguage            language,
                                                       GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
