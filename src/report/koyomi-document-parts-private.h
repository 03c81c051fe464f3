#pragma once

#include "koyomi-document-private.h"
#include "koyomi-report.h"

G_BEGIN_DECLS

/* What many documents have. */
gboolean             _koyomi_document_add_comments (KoyomiDocument              *self,
                                                    const char                  *report,
                                                    const KoyomiReportPart      *part,
                                                    guint32                      day,
                                                    guint32                      before_day,
                                                    GPtrArray                   *silent,
                                                    GError                     **error);
char                *_koyomi_document_join         (const KoyomiDocument        *self,
                                                    GPtrArray                   *texts) G_GNUC_WARN_UNUSED_RESULT;
void                 _koyomi_document_add_silent   (KoyomiDocument              *self,
                                                    GPtrArray                   *sections);
KoyomiDocumentTable *_koyomi_document_add_about    (KoyomiDocument              *self);
void                 _koyomi_document_add_fact     (KoyomiDocument              *self,
                                                    KoyomiDocumentTable         *table,
                                                    const char                  *label,
                                                    const char                  *text);
void                 _koyomi_document_take_fact    (KoyomiDocument              *self,
                                                    KoyomiDocumentTable         *table,
                                                    const char                  *label,
                                                    char                        *text);

G_END_DECLS
