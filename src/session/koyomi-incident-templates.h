#pragma once

#include "koyomi-record-edit.h"

G_BEGIN_DECLS

/* A check-list for a usual kind of incident. Its rows and those of its tasks are changed and removed with koyomi_session_save() and
 * koyomi_session_remove(). */
typedef struct
{
  KoyomiRecord *template;
  GPtrArray    *tasks;      /* (element-type KoyomiRecord): of the table of template tasks, in their order */
} KoyomiIncidentTemplate;

void       koyomi_incident_template_free          (KoyomiIncidentTemplate  *self);
GPtrArray *koyomi_session_load_incident_templates (KoyomiSession           *session,
                                                   KoyomiLanguage           language,
                                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each of these is one edit, one step to undo, under a label in @language. */
gint64     koyomi_incident_template_create        (KoyomiSession           *session,
                                                   const char              *name,
                                                   gint64                   like,
                                                   KoyomiLanguage           language,
                                                   GError                 **error);
gint64     koyomi_incident_template_add_task      (KoyomiSession           *session,
                                                   KoyomiRecord            *task,
                                                   KoyomiLanguage           language,
                                                   GError                 **error);
gboolean   koyomi_incident_template_reorder       (KoyomiSession           *session,
                                                   const gint64            *tasks,
                                                   guint                    n,
                                                   KoyomiLanguage           language,
                                                   GError                 **error);
int        koyomi_incident_templates_restore      (KoyomiSession           *session,
                                                   KoyomiLanguage           language,
                                                   GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentTemplate, koyomi_incident_template_free)

G_END_DECLS
