#pragma once

#include "koyomi-incident-task.h"
#include "koyomi-record-edit.h"

G_BEGIN_DECLS

/* One line of an incident's check-list. */
typedef struct
{
  KoyomiRecord    *task;
  KoyomiTaskState  state;
  char            *team;       /* its name; "" while it is nobody's */
  gint64           function;   /* whose duty it is; 0 for a task that comes from elsewhere */
  char            *function_name;   /* such as “17 CSIRT”; "" */
} KoyomiIncidentTask;

/* The check-list of an incident, in its order. */
typedef struct
{
  GPtrArray *tasks;                          /* (element-type KoyomiIncidentTask) */
  guint      counts[KOYOMI_N_TASK_STATES];   /* by KoyomiTaskState */
} KoyomiIncidentTasks;

void                 koyomi_incident_tasks_free         (KoyomiIncidentTasks       *self);
KoyomiIncidentTasks *koyomi_session_load_incident_tasks (KoyomiSession             *session,
                                                         gint64                     incident,
                                                         gint64                     now,
                                                         KoyomiLanguage             language,
                                                         GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray           *koyomi_incident_tasks_list_open    (const KoyomiIncidentTasks *self) G_GNUC_WARN_UNUSED_RESULT;

/* What people do to a check-list. Each function is one edit, one step to undo, under a label in @language; ticking, taking back and
 * leaving out also write an entry into the incident's timeline. */
gint64   koyomi_incident_task_add      (KoyomiSession   *session,
                                        KoyomiRecord    *task,
                                        KoyomiLanguage   language,
                                        GError         **error);
gboolean koyomi_incident_task_save     (KoyomiSession   *session,
                                        KoyomiRecord    *task,
                                        KoyomiLanguage   language,
                                        GError         **error);
gboolean koyomi_incident_tasks_tick    (KoyomiSession   *session,
                                        const gint64    *tasks,
                                        guint            n,
                                        gint64           at,
                                        const char      *by,
                                        KoyomiLanguage   language,
                                        GError         **error);
gboolean koyomi_incident_tasks_untick  (KoyomiSession   *session,
                                        const gint64    *tasks,
                                        guint            n,
                                        gint64           now,
                                        KoyomiLanguage   language,
                                        GError         **error);
gboolean koyomi_incident_tasks_waive   (KoyomiSession   *session,
                                        const gint64    *tasks,
                                        guint            n,
                                        const char      *reason,
                                        gint64           now,
                                        KoyomiLanguage   language,
                                        GError         **error);
gboolean koyomi_incident_tasks_reorder (KoyomiSession   *session,
                                        const gint64    *tasks,
                                        guint            n,
                                        KoyomiLanguage   language,
                                        GError         **error);
gboolean koyomi_incident_tasks_remove  (KoyomiSession   *session,
                                        const gint64    *tasks,
                                        guint            n,
                                        KoyomiLanguage   language,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentTasks, koyomi_incident_tasks_free)

G_END_DECLS
