#pragma once

#include "koyomi-edit.h"

G_BEGIN_DECLS

/* The runs that one edit is about. */
typedef struct
{
  KoyomiSession *session;
  KoyomiEdit    *edit;
  GPtrArray     *runs;        /* (element-type KoyomiRecord), each once, texts in the plan's own language */
  char          *name;        /* for the label: “内部監査”, or 3 runs */
  guint32        first_day;   /* of the first of them, as it was */
} KoyomiRunBatch;

gboolean _koyomi_run_batch_begin (KoyomiRunBatch  *self,
                                  KoyomiSession   *session,
                                  const gint64    *runs,
                                  guint            n,
                                  KoyomiLanguage   language,
                                  GError         **error);
void     _koyomi_run_batch_clear (KoyomiRunBatch  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiRunBatch, _koyomi_run_batch_clear)

gboolean _koyomi_edit_take_fault     (GError         **error,
                                      GError          *fault);
gboolean _koyomi_edit_check_title    (KoyomiRecord    *activity,
                                      GError         **error);
gboolean _koyomi_edit_place_activity (KoyomiSession   *session,
                                      KoyomiRecord    *activity,
                                      GError         **error);
KoyomiRecord *_koyomi_edit_insert_once (KoyomiEdit     *edit,
                                        KoyomiSession   *session,
                                        KoyomiRecord    *activity,
                                        guint32          first_day,
                                        guint32          last_day,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean _koyomi_edit_delete_runs    (KoyomiEdit      *self,
                                      KoyomiSession   *session,
                                      GPtrArray       *runs,
                                      GError         **error);

G_END_DECLS
