#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* One thing that a report must hold. */
typedef struct
{
  char       *code;
  const char *label;
  const char *help;
  int         field;   /* the field of the incident that holds it; 0 for a text of its own in incident_item */
  char       *text;    /* "" while nothing is filled in */
} KoyomiReportItem;

/* What a report to an authority must hold, and what of it is filled in. */
typedef struct
{
  char      *title;       /* “APPI: Final report” */
  char      *recipient;
  char      *number;      /* of the incident */
  char      *name;        /* its title */
  GPtrArray *items;       /* (element-type KoyomiReportItem) */
  guint      n_missing;
} KoyomiReportDraft;

KoyomiReportDraft *koyomi_report_draft_new          (KoyomiRecord             *clock,
                                                     KoyomiRecord             *incident,
                                                     GPtrArray                *texts,
                                                     KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_report_draft_free         (KoyomiReportDraft        *self);
char              *koyomi_report_draft_format       (const KoyomiReportDraft  *self,
                                                     gint64                    as_of,
                                                     KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;
char              *koyomi_report_draft_name_missing (const KoyomiReportDraft  *self,
                                                     KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

const char        *koyomi_report_item_get_label     (const char               *code,
                                                     KoyomiLanguage            language);
int                koyomi_report_item_get_field     (const char               *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiReportDraft, koyomi_report_draft_free)

G_END_DECLS
