#pragma once

#include "koyomi-audit-programme.h"
#include "koyomi-control-register.h"
#include "koyomi-isms-report-private.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_AUDIT_PART_SUMMARY,
  KOYOMI_AUDIT_PART_PROGRAMME,
  KOYOMI_AUDIT_PART_AUDITS,
  KOYOMI_AUDIT_PART_FINDINGS,
  KOYOMI_AUDIT_PART_EVIDENCE,
  KOYOMI_AUDIT_PART_READINESS,
  KOYOMI_AUDIT_PART_LOG,
  KOYOMI_N_AUDIT_PARTS,
} KoyomiAuditPart;

/* The report on the audits of the management system, and on what an auditor will ask for. */
typedef struct
{
  KoyomiIsmsReport      isms;
  KoyomiAuditProgramme *programme;   /* of the fiscal year and the two after it */
  GPtrArray            *lines;       /* (element-type KoyomiControlLine): clauses, then controls */
  guint                 n_unsampled; /* items of audits that are over, without a result */
  guint                 n_broken;    /* rules of readiness that nobody has accepted to be broken */
} KoyomiAuditReport;

/* Of a section that is a report of its own: a summary, and the section. */
#define KOYOMI_N_SECTION_PARTS 2

extern const KoyomiReportPart _koyomi_audit_report_parts[KOYOMI_N_AUDIT_PARTS];
extern const KoyomiReportPart _koyomi_programme_report_parts[KOYOMI_N_SECTION_PARTS];
extern const KoyomiReportPart _koyomi_evidence_report_parts[KOYOMI_N_SECTION_PARTS];

KoyomiDocument *_koyomi_audit_report_new           (KoyomiSession              *session,
                                                    const KoyomiReportOptions  *options,
                                                    GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

KoyomiDocument *_koyomi_programme_report_new       (KoyomiSession              *session,
                                                    const KoyomiReportOptions  *options,
                                                    GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiDocument *_koyomi_evidence_report_new        (KoyomiSession              *session,
                                                    const KoyomiReportOptions  *options,
                                                    GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each adds sheets. */
gboolean        _koyomi_audit_report_add_programme (KoyomiAuditReport          *self,
                                                    GError                    **error);
gboolean        _koyomi_audit_report_add_audits    (KoyomiAuditReport          *self,
                                                    GError                    **error);
gboolean        _koyomi_audit_report_add_evidence  (KoyomiAuditReport          *self,
                                                    GError                    **error);
gboolean        _koyomi_audit_report_add_readiness (KoyomiAuditReport          *self,
                                                    GError                    **error);
gboolean        _koyomi_audit_report_add_log       (KoyomiAuditReport          *self,
                                                    GError                    **error);

G_END_DECLS
