#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The words of which the labels of edits are made. */
char *_koyomi_label_quote        (const char      *title,
                                  KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
char *_koyomi_label_name_row     (KoyomiSession   *session,
                                  KoyomiTableId    table,
                                  gint64           id,
                                  KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
char *_koyomi_label_name_runs    (KoyomiSession   *session,
                                  GPtrArray       *runs,
                                  KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
char *_koyomi_label_move         (const char      *name,
                                  guint32          from,
                                  guint32          to,
                                  KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
char *_koyomi_label_move_by      (const char      *name,
                                  int              days,
                                  KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
char *_koyomi_label_change       (KoyomiRecord    *record,
                                  const char      *name,
                                  KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
char *_koyomi_label_set_status   (const char      *name,
                                  KoyomiStatus     status,
                                  KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
