#pragma once

#include "koyomi-calendar.h"
#include "koyomi-entry.h"
#include "koyomi-plan-access.h"
#include "koyomi-plan-error.h"
#include "koyomi-progress.h"

G_BEGIN_DECLS

/* One open plan: what it holds, its edits, its past. A report, a chart or a view never knows whether it reads the present or the
 * past: it is given a session. For one thread at a time.
 *
 * Emits "changed" once an edit, an undo or a redo has been written. */
#define KOYOMI_TYPE_SESSION (koyomi_session_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiSession, koyomi_session, KOYOMI, SESSION, GObject)

KoyomiSession        *koyomi_session_open                 (const char           *path,
                                                           gboolean              read_only,
                                                           GCancellable         *cancellable,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiSession        *koyomi_session_open_as_of           (KoyomiSession        *self,
                                                           gint64                seq,
                                                           KoyomiProgressFunc    progress,
                                                           gpointer              progress_data,
                                                           GCancellable         *cancellable,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

KoyomiSession        *koyomi_session_copy                 (KoyomiSession        *self,
                                                           GCancellable         *cancellable,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

const char           *koyomi_session_get_path             (KoyomiSession        *self);
gboolean              koyomi_session_is_read_only         (KoyomiSession        *self);
KoyomiReadOnlyReason  koyomi_session_get_read_only_reason (KoyomiSession        *self);
char                 *koyomi_session_explain_read_only    (KoyomiSession        *self,
                                                           KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
gboolean              koyomi_session_was_checked          (KoyomiSession        *self);
gboolean              koyomi_session_check                (KoyomiSession        *self,
                                                           GError              **error);
void                  koyomi_session_check_async          (KoyomiSession        *self,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              data);
gboolean              koyomi_session_check_finish         (KoyomiSession        *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
const GError         *koyomi_session_get_backup_error     (KoyomiSession        *self);

KoyomiRecord         *koyomi_session_get_plan             (KoyomiSession        *self);
KoyomiRecord         *koyomi_session_dup_plan             (KoyomiSession        *self,
                                                           KoyomiLanguage        language,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiLanguage        koyomi_session_get_own_language     (KoyomiSession        *self);
KoyomiFiscalYear      koyomi_session_get_fiscal_year      (KoyomiSession        *self,
                                                           guint32               day);
GArray               *koyomi_session_list_fiscal_years    (KoyomiSession        *self,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

KoyomiRecord         *koyomi_session_get                  (KoyomiSession        *self,
                                                           KoyomiTableId         table,
                                                           gint64                id,
                                                           KoyomiLanguage        language,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray            *koyomi_session_list                 (KoyomiSession        *self,
                                                           KoyomiTableId         table,
                                                           int                   reference,
                                                           gint64                target,
                                                           KoyomiLanguage        language,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable           *koyomi_session_index                (KoyomiSession        *self,
                                                           KoyomiTableId         table,
                                                           KoyomiLanguage        language,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gint64                koyomi_session_count                (KoyomiSession        *self,
                                                           KoyomiTableId         table,
                                                           GError              **error);

/* Takes a run as it is read; @run is let go afterwards unless the function keeps a reference. FALSE with @error stops. */
typedef gboolean    (*KoyomiRunFunc)                      (KoyomiRecord         *run,
                                                           gpointer              data,
                                                           GError              **error);
gboolean              koyomi_session_for_each_run         (KoyomiSession        *self,
                                                           gint64                function,
                                                           guint32               first_day,
                                                           guint32               last_day,
                                                           KoyomiLanguage        language,
                                                           KoyomiRunFunc         func,
                                                           gpointer              data,
                                                           GError              **error);

KoyomiWorkCalendar   *koyomi_session_load_work_calendar   (KoyomiSession        *self,
                                                           KoyomiLanguage        language,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_session_set_today            (KoyomiSession        *self,
                                                           guint32               day);
KoyomiCalendar       *koyomi_session_load_calendar        (KoyomiSession        *self,
                                                           KoyomiFiscalYear      year,
                                                           KoyomiLanguage        language,
                                                           gboolean              with_bars,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean              koyomi_session_load_bars            (KoyomiSession        *self,
                                                           KoyomiCalendarRow    *row,
                                                           guint32               first_day,
                                                           guint32               last_day,
                                                           KoyomiLanguage        language,
                                                           GError              **error);

char                 *koyomi_session_get_setting          (KoyomiSession        *self,
                                                           const char           *key) G_GNUC_WARN_UNUSED_RESULT;
gboolean              koyomi_session_set_setting          (KoyomiSession        *self,
                                                           const char           *key,
                                                           const char           *value,
                                                           GError              **error);

gboolean              koyomi_session_write_backup         (KoyomiSession        *self,
                                                           const char           *path,
                                                           KoyomiProgressFunc    progress,
                                                           gpointer              progress_data,
                                                           GCancellable         *cancellable,
                                                           GError              **error);

G_END_DECLS
