"""The words that tell what a number is; each list is one of its kind, in no order that matters."""

from __future__ import annotations

from shizhong_cli.core.figure.words import FALLS

GROWS = frozenset(FALLS) | frozenset(
    """
    偏多 偏少 偏高 偏低 改善 CPI PPI 消费价格 出厂价格 精简 提标
    增长 增速 增幅 涨幅 上涨 递增 同比 提高 提升 增加 扩大 上调 环比 翻 增 升 涨
    """.split()
)
"""Words of a relative change."""

IS_SHARE = frozenset(
    """
    率 占 占比 比重 比例 覆盖 达标 程度 满意 强度 进度 贡献 份额 比 通过 以上学历 超过全
    """.split()
)
"""Words of a part or a rate."""

DONE = frozenset(
    """
    新登记 新设 新认定 新入选 新签 取消 精简 推广 转让
    完成 实现 新增 累计 建成 新建 改造 建设 发放 引进 引入 培育 实施 打造 创建 获批 开展 招引 争取 化解 办理
    投入 整治 开工 竣工 筹集 开通 组织 举办 落实 签约 落地 安排 下达 投资 销售 接待 惠及 改建 扩建 续建 修复
    治理 清理 淘汰 拆除 招聘 培训 帮扶 救助 拨付 减免 减税 降费 减负 处置 查处 承办 评选 认定 入选 获评 设立
    组建 推出 出台 制定 修订 提供 释放 出让 收储 供应 保供 支持 推进 启动 谋划 策划 储备 植树 造林 绿化 延伸
    铺设 更新 升级 增设 配备 解决 转移 脱贫 搬迁 征收 拆迁 迁入 吸引 带动 拉动 转化 授权 发行 盘活 整合 关停
    退出 就业 养护 创造 成交 交付 服务 办成 引育 授予 保障 资助 补贴 奖补 扶持 兑现 减排 节约 收入 支出 创新
    重组 集中
    """.split()
)
"""Words of things done in the period."""

REACHED = frozenset(
    """
    达到 共有 总数 数量 拥有 现有 突破 超过 集聚 聚集 保有 存量 余额 总量 增至 提高到 提高至 提升到 提升至
    增加到 增加至 稳定在 保持在 规模 容量 里程 总里程 装机 在册 在库 入库 注册 登记 汇聚 市值 增长到 扩大到 降至
    下降到 降低到 压缩至 浓度 规划 库存 算力 跨上 迈上 站上 跨入 上升到 升至 升到 入驻 每千 每万 每百 限额 底线
    """.split()
)
"""Words of what there is at the end."""

PLAIN = frozenset(
    """
    保持在 保持 稳定在 维持在 确保 跨越 连跨 达到 达 完成 实现 增长 增速 增幅 涨幅 提高 增加 提升 扩大 上涨 新增
    净增 累计 连续 力争 争取 共 共计 总计 合计 为 了 将 可 仅 只 已 分别 均 各 都 再 同比 环比 年均 平均 有望
    幅度 已经 就 也 占 拟按 按 左右 是 有 的
    """.split()
)
"""Words that stand between a number and a word that bears on it, without a meaning of their own."""
